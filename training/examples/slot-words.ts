/** Words that templates' slots are filled with, in one language. */
type SlotWords = Readonly<
  Record<
    'devices' | 'software' | 'airlines' | 'drugs' | 'products' | 'ailments' | 'themes' | 'shops',
    readonly string[]
  >
>;

const list = (words: string): readonly string[] => words.split(', ');

const devices = list(
  'hp printer, canon printer, epson printer, brother printer, lexmark, kodak printer, xerox, hp laptop, dell laptop, lenovo, toshiba, ' +
    'acer, asus, macbook, imac, ipad, iphone, samsung, roku, kindle, alexa, garmin, tomtom, netgear, linksys, belkin router, tp-link, ' +
    'd-link, wifi extender, arlo camera, ring doorbell, orbi, xbox, playstation, smart tv, fire stick, chromecast, fitbit, sony, geek squad',
);
const software = list(
  'norton, mcafee, kaspersky, bitdefender, avast, avg, webroot, trend micro, malwarebytes, quickbooks, sage, turbotax, quicken, xero, ' +
    'outlook, gmail, yahoo mail, aol, hotmail, sbcglobal, bellsouth, roadrunner email, comcast email, att mail, office 365, windows 10, ' +
    'itunes, icloud, skype, facebook, instagram, cash app, paypal, venmo, coinbase, binance, blockchain wallet, metamask, netflix, hulu, ' +
    'disney plus, pogo games, photoshop, autocad, google chrome, safari, zoom, dropbox, godaddy, wordpress',
);
const airlines = list(
  'american airlines, united airlines, delta, southwest, jetblue, spirit airlines, frontier, alaska airlines, allegiant, hawaiian airlines, ' +
    'air canada, westjet, british airways, lufthansa, air france, klm, iberia, turkish airlines, emirates, qatar airways, etihad, ' +
    'singapore airlines, cathay pacific, qantas, air india, ryanair, easyjet, avianca, latam, copa airlines, volaris, sun country',
);
const drugs = list(
  'viagra, cialis, levitra, sildenafil, tadalafil, xanax, valium, tramadol, ambien, modafinil, phentermine, amoxicillin, zithromax, ' +
    'doxycycline, prednisone, lasix, furosemide, diflucan, fluconazole, propecia, finasteride, clomid, nolvadex, lexapro, zoloft, prozac, ' +
    'metformin, synthroid, ventolin, accutane, orlistat, ivermectin, ozempic, gabapentin, adderall, priligy, kamagra, cytotec',
);
const products = list(
  'nike air max, adidas originals, jordan shoes, ugg boots, birkenstock sandals, timberland boots, converse, vans, fitflop, crocs, ' +
    'louis vuitton handbags, gucci bags, michael kors purses, coach outlet, prada wallet, chanel bag, hermes belt, moncler jackets, ' +
    'canada goose parka, north face, burberry scarf, ralph lauren polo, hollister, abercrombie, lululemon, ray ban sunglasses, oakley, ' +
    'rolex watches, omega watch, pandora charms, tiffany necklace, beats headphones, nfl jerseys, snapback hats, football shirts, ' +
    'christian louboutin, jimmy choo, herve leger dress, toms shoes, new balance, asics, cheap yeezy',
);
const shops = list(
  'bakery, books, garage, nursery, pottery, cycles, cafe, joinery, vets, florist, brewery, farm, yarns, records, guesthouse, bees',
);

const en: SlotWords = {
  ...{ devices, software, airlines, drugs, products, shops },
  ailments: list(
    'back pain, heel pain, bunions, hammertoes, flat feet, achilles tendonitis, plantar fasciitis, sciatica, arthritis, gout, migraine, ' +
      'insomnia, anxiety, hair loss, acne, eczema, psoriasis, hemorrhoids, tinnitus, kidney stones, gallstones, diabetes, high blood pressure, ' +
      'acid reflux, asthma, snoring, varicose veins, thyroid trouble, menopause, belly fat, panic attacks, yeast infection',
  ),
  themes: list(
    'urban gardening, remote work, rural broadband, night trains, the housing shortage, school meals, local history, beekeeping, street art, ' +
      'home schooling, plastic waste, the village shop, volunteer firefighters, apprenticeships, mental health at work, heat waves, river swimming, ' +
      'women’s football, small bookshops, electric buses, data privacy, machine learning, open source, sourdough, trail running, film photography, ' +
      'care at home, food banks, wolves, wind farms, jazz, second-hand clothes, cycling to work, library closures, bird watching, allotments',
  ),
};
const fr: SlotWords = {
  ...{ devices, drugs, products },
  software: list(
    'norton, mcafee, kaspersky, bitdefender, avast, outlook, gmail, yahoo mail, hotmail, orange, sfr, free, bouygues telecom, la poste mail, ' +
      'office 365, windows 11, icloud, facebook, instagram, whatsapp, paypal, lydia, leboncoin, vinted, amazon, netflix, canal plus, disney plus, ' +
      'edf, engie, la banque postale, crédit agricole, boursorama, doctolib, ameli, caf, ants, france travail, sage, ebp, photoshop',
  ),
  airlines: list(
    'air france, transavia, easyjet, ryanair, vueling, air corsica, air caraïbes, corsair, air algérie, tunisair, royal air maroc, air sénégal, ' +
      'brussels airlines, swiss, lufthansa, emirates, qatar airways, turkish airlines, air canada, air austral, french bee, ouigo, flixbus',
  ),
  ailments: list(
    'mal de dos, sciatique, arthrose, migraine, insomnie, anxiété, chute de cheveux, acné, eczéma, psoriasis, acouphènes, calculs rénaux, ' +
      'diabète, hypertension, reflux, asthme, ronflement, varices, ménopause, ventre plat, cellulite, mycose, jambes lourdes, tendinite, fatigue chronique',
  ),
  themes: list(
    'le télétravail, les trains de nuit, la crise du logement, la cantine bio, le patrimoine local, l’apiculture, l’art urbain, les déserts médicaux, ' +
      'le tri des déchets, l’épicerie du village, les pompiers volontaires, l’apprentissage, la canicule, la baignade en rivière, le football féminin, ' +
      'les librairies indépendantes, les bus électriques, la vie privée, l’intelligence artificielle, le logiciel libre, le pain au levain, le trail, ' +
      'l’aide à domicile, le loup, les éoliennes, le jazz, la fripe, le vélo en ville, la médiathèque, les jardins partagés, le bénévolat, ' +
      'la rentrée scolaire, le marché couvert, la restauration de la chapelle, les transports scolaires, la fibre, les vendanges, le carnaval',
  ),
  shops: list(
    'boulangerie, librairie, garage, pépinière, poterie, cycles, café, menuiserie, fleurs, brasserie, ferme, laines, disques, gîte, ruches, fromagerie',
  ),
};

export const slotWords: Readonly<Record<'fr' | 'en', SlotWords>> = { fr, en };
