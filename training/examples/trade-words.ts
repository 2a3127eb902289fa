/** Words that small firms and advertisers are named after, for one language. */
export type TradeWords = {
  readonly trades: readonly string[];
  readonly towns: readonly string[];
  /** Goods and services that have pages made only for search engines. */
  readonly goods: readonly string[];
  /** What advertisers put before or after a trade. */
  readonly selling: readonly string[];
};

const list = (words: string): readonly string[] => words.split(' ');

const fr: TradeWords = {
  trades: list(
    'boulangerie garage menuiserie plomberie serrurerie couverture fleuriste boucherie librairie coiffure optique imprimerie ' +
      'maçonnerie électricité paysagiste traiteur pharmacie auto-école pressing cordonnerie charpente ébénisterie ferronnerie ' +
      'pépinière brasserie crêperie hôtel camping gîte taxi ambulance transports déménagement carrelage peinture chauffage ' +
      'plombier serrurier électricien couvreur vitrier menuisier maçon peintre plaquiste carreleur chauffagiste ramoneur élagueur ' +
      'jardinier pisciniste déménageur carrossier dépanneur photographe graphiste notaire avocat comptable ostéopathe dentiste ' +
      'opticien podologue psychologue sophrologue naturopathe hypnothérapeute vétérinaire toiletteur coiffeur barbier esthéticienne ' +
      'tatoueur tapissier bijoutier horloger antiquaire brocanteur fromagerie charcuterie poissonnerie épicerie caviste chocolatier ' +
      'pâtisserie pizzeria restaurant bistrot torréfacteur apiculteur maraîcher vigneron scierie terrassement étanchéité ravalement ' +
      'isolation façadier zingueur géomètre architecte diagnostiqueur détective dératisation désinsectisation vidange vtc ambulancier',
  ),
  towns: list(
    'auray cahors nanterre melun lyon vesoul dole riom albi uzès brest paimpol lille pau annecy gap tarbes dax cholet vire ' +
      'sens mende privas guéret aurillac rodez bordeaux nantes rennes toulouse marseille nice montreuil créteil paris strasbourg ' +
      'montpellier reims toulon grenoble dijon angers nîmes villeurbanne clermont limoges tours amiens metz perpignan besançon ' +
      'orléans rouen mulhouse caen nancy argenteuil roubaix tourcoing avignon poitiers versailles colombes vitry asnières ' +
      'courbevoie cannes antibes quimper lorient vannes troyes bayonne niort chambéry laval béziers valence colmar évreux bourges ' +
      'blois chartres arras ajaccio bastia hyères fréjus arles istres salon beauvais meaux massy évry cergy angoulême roanne ' +
      'saint-étienne saint-malo saint-nazaire saint-quentin boulogne calais dunkerque douai cambrai charleville épinal belfort ' +
      'montbéliard mâcon nevers moulins vichy issoire thiers tulle brive périgueux bergerac agen auch mazamet foix carcassonne ' +
      '33 69 13 75 44 31 59 92 93 94 77 78 91 95 06 34 67 38 bretagne normandie alsace savoie provence île-de-france',
  ),
  goods: (
    'chaudière à granulés, portail coulissant, matelas mémoire, assurance chien, rachat de crédit, location de benne, store banne, ' +
    'spa gonflable, cigarette électronique, coaching de vie, formation caces, caméra de surveillance, nettoyage de vitres, ' +
    'garde-meuble, bijoux fantaisie, casque de vélo, pneus neige, croquettes chat, jeux en bois, lentilles de contact, ' +
    'piscine coque, carport alu, véranda, poêle à bois, isolation combles, alarme maison, drone photo, e-liquide, valise cabine, ' +
    'canapé convertible, fauteuil gamer, imprimante 3d, hébergement web, logiciel de paie, anglais en ligne, permis bateau, ' +
    'garde d’enfants, téléassistance, prothèse auditive, sono mariage, location limousine, borne de recharge, sac à main, ' +
    'tampon personnalisé, bâche publicitaire, plaque funéraire, mutuelle animaux, défiscalisation, portage salarial, trottinette, ' +
    'pompe à chaleur, panneaux solaires, climatisation réversible, adoucisseur d’eau, chauffe-eau, fenêtres pvc, volets roulants, ' +
    'porte blindée, porte de garage, clôture grillage, abri de jardin, robot tondeuse, salon de jardin, serre de jardin, pergola, ' +
    'parquet massif, papier peint, cuisine équipée, douche italienne, monte-escalier, fauteuil releveur, lit médicalisé, matelas bio, ' +
    'couette naturelle, rideaux sur mesure, tapis berbère, luminaire design, décoration murale, meubles scandinaves, bureau assis-debout, ' +
    'machine à café, robot cuisine, couteau japonais, thé vert, huile d’olive, miel de manuka, foie gras, champagne, spiruline, ' +
    'complément alimentaire, brûleur de graisse, huile de cbd, huiles essentielles, crème anti-âge, extensions cheveux, perruque, ' +
    'faux cils, parfum pas cher, montre homme, bague de fiançailles, alliance or, robe de mariée, robe de soirée, costume sur mesure, ' +
    'lingerie fine, chaussures confort, baskets, doudoune, lunettes de soleil, sac à dos, poussette, siège auto, lit bébé, doudou, ' +
    'jouets montessori, cadeau naissance, cadeau original, coque téléphone, téléphone reconditionné, ordinateur portable, vpn, ' +
    'antivirus, récupération de données, dépannage informatique, création de site, agence web, référencement naturel, rédaction web, ' +
    'achat de liens, abonnés instagram, logiciel de caisse, logiciel crm, facturation en ligne, comptable en ligne, création entreprise, ' +
    'domiciliation, affacturage, leasing voiture, prêt personnel, crédit conso, crédit immobilier, simulateur prêt, regroupement de crédits, ' +
    'assurance auto, assurance décennale, assurance emprunteur, mutuelle senior, complémentaire santé, assurance vie, placement, scpi, ' +
    'loi pinel, investissement locatif, achat or, trading, bourse en ligne, crypto, pari sportif, casino en ligne, poker, loto, ' +
    'voyance, tarot, horoscope, astrologie, marabout, magnétiseur, hypnose, sophrologie, coach sportif, coach minceur, coaching dirigeants, ' +
    'musculation, vélo électrique, vélo d’appartement, tapis de course, kayak gonflable, tente de toit, camping-car, location de voiture, ' +
    'location utilitaire, location vacances, location minibus, vol pas cher, croisière, safari, visa, assurance voyage, riad, ' +
    'formation cpf, formation en ligne, cours particuliers, soutien scolaire, cours de guitare, cours de chant, permis accéléré, stage de conduite, ' +
    'récupération de points, pièces auto, pneus pas cher, boîtier additionnel, carte grise, rachat de voiture, épaviste, convoyage, ' +
    'débarras maison, nettoyage bureaux, nettoyage toiture, traitement charpente, punaises de lit, nuisibles, débouchage canalisation, ' +
    'recherche de fuite, diagnostic immobilier, estimation immobilière, vente de maison, home staging, architecte d’intérieur, ' +
    'monuments funéraires, obsèques, maison de retraite, aide à domicile, garde de nuit, livraison de repas, traiteur mariage, food truck, ' +
    'photo mariage, location de salle, château gonflable, feu d’artifice, goodies entreprise, objets publicitaires, flocage, impression flyers, ' +
    'enseigne lumineuse, signalétique, mobilier de bureau, fontaine à eau, distributeur automatique, palettes, rayonnage, transpalette, ' +
    'détective privé, avocat divorce, traduction assermentée, greffe de cheveux, implant dentaire, chirurgie esthétique, épilation laser, ' +
    'blanchiment dentaire, orthodontie, sexologue, site de rencontre, rencontre senior, streaming, iptv, télécharger films, code promo'
  ).split(', '),
  selling: list(
    'urgence devis prix pas-cher avis express 24h pro discount comparatif en-ligne tarif gratuit promo meilleur guide conseils ' +
      'achat vente boutique spécialiste expert services agence direct facile info france premium solutions center factory',
  ),
};

const en: TradeWords = {
  trades: list(
    'bakery garage joinery plumbing locksmith roofing florist butchers books barbers opticians printing builders electrical ' +
      'gardens catering pharmacy driving cleaning cobblers carpentry furniture forge nursery brewery cafe guesthouse campsite ' +
      'taxis haulage removals tiling decorating heating cycles pottery plumber electrician roofer builder joiner plasterer painter ' +
      'glazier gardener landscaping fencing scaffolding drainage surveyors architects solicitors accountants dentist physiotherapy ' +
      'osteopath chiropractor counselling vets grooming kennels stables farm orchard dairy fishmonger greengrocer deli bistro ' +
      'restaurant tearoom pub vineyard distillery chocolates bakehouse hairdressing salon tattoos jewellers antiques upholstery ' +
      'framing gallery photography signs bindery tailors drycleaners laundry motors tyres bodyshop recovery minicabs coaches ' +
      'boatyard sailing surfing fishing outfitters saddlery flooring kitchens bathrooms windows masonry paving insulation',
  ),
  towns: list(
    'otley leeds bristol york ludlow perth dublin denver tampa houston boston skipton whitby totnes hexham kendal frome ' +
      'lewes oban cork austin portland dayton london manchester exeter truro bath wells birmingham liverpool sheffield nottingham ' +
      'leicester coventry cardiff swansea edinburgh glasgow aberdeen dundee inverness belfast galway limerick norwich ipswich ' +
      'cambridge oxford reading brighton southampton portsmouth plymouth torquay derby stoke wigan bolton preston blackpool ' +
      'chicago dallas phoenix atlanta miami orlando seattle sacramento toronto calgary vancouver ottawa sydney melbourne brisbane ' +
      'adelaide auckland delhi mumbai bangalore chennai pune jaipur noida karachi lahore dubai sharjah singapore lagos nairobi ' +
      'nyc la uk usa texas florida ohio california ontario',
  ),
  goods: (
    'pellet boiler, sliding gates, memory foam, pet insurance, debt consolidation, skip hire, awnings, hot tubs, vape juice, ' +
    'life coaching, forklift training, security cameras, window cleaning, self storage, costume jewellery, bike helmets, ' +
    'winter tyres, cat food, wooden toys, contact lenses, swimming pools, carports, conservatories, wood burners, loft insulation, ' +
    'home alarm, drone video, cabin luggage, sofa beds, gaming chairs, 3d printers, web hosting, payroll software, english lessons, ' +
    'boat licence, babysitters, hearing aids, wedding disco, limo hire, ev charger, handbags, rubber stamps, banner printing, ' +
    'headstones, tax relief, umbrella company, scooters, garage doors, resin driveway, dental implants, hair transplant, essay help, ' +
    'solar panels, heat pumps, air conditioning, water softener, double glazing, roller shutters, composite doors, garden sheds, ' +
    'artificial grass, patio furniture, laminate flooring, wallpaper, fitted kitchens, stairlifts, adjustable beds, office chairs, ' +
    'standing desks, espresso machines, air fryer, green tea, manuka honey, protein powder, keto diet, weight loss pills, cbd oil, ' +
    'essential oils, skin care, hair extensions, human hair wigs, false lashes, perfume, luxury watches, engagement rings, wedding dresses, ' +
    'custom suits, lingerie, running shoes, leather jackets, sunglasses, backpacks, baby strollers, car seats, phone cases, refurbished phones, ' +
    'laptop repair, data recovery, printer support, antivirus support, email support, router login, vpn, web design, web development, ' +
    'app development, mobile app developers, seo services, seo company, digital marketing, link building, guest posts, content writing, ' +
    'social media marketing, instagram followers, youtube views, logo design, video editing, animation studio, crm software, ' +
    'erp software, cloud backup, bookkeeping, quickbooks help, company formation, virtual office, invoice factoring, payday loans, ' +
    'personal loans, car finance, mortgage broker, credit repair, bad credit loans, car insurance, life insurance, health insurance, ' +
    'gold ira, forex trading, binary options, crypto exchange, bitcoin casino, sports betting, online casino, slots, poker, bingo, ' +
    'psychic reading, tarot, astrologer, love spells, personal trainer, yoga teacher training, gym equipment, electric bikes, treadmills, ' +
    'kayaks, roof tents, motorhome hire, car hire, van hire, cheap flights, flight booking, airline reservations, cruises, safari tours, ' +
    'desert safari, tour packages, visa services, airport transfers, holiday rentals, hotel deals, online courses, coaching classes, ' +
    'assignment help, dissertation writing, homework help, math tutor, piano lessons, ielts coaching, python training, data science course, ' +
    'car parts, used cars, scrap cars, towing, number plates, car detailing, packers and movers, house clearance, carpet cleaning, ' +
    'office cleaning, pest control, bed bugs, drain unblocking, leak detection, water damage, mold removal, home inspection, estate agents, ' +
    'sell house fast, property for rent, villas, apartments, interior design, funeral plans, care homes, home care, meal delivery, ' +
    'wedding photography, party rentals, bouncy castles, flower delivery, cake delivery, promotional products, custom t shirts, packaging boxes, ' +
    'led signs, office furniture, vending machines, water coolers, pallets, cnc machining, steel pipe, valves, private investigator, ' +
    'divorce lawyer, injury lawyer, bankruptcy attorney, translation services, rhinoplasty, laser hair removal, teeth whitening, braces, ' +
    'rehab, erectile dysfunction, online pharmacy, escorts, dating site, free movies, movie streaming, iptv, online games, game hacks, cheats, ' +
    'mp3 download, wallpapers, ringtones, recipes, coupons, promo codes'
  ).split(', '),
  selling: list(
    'emergency quotes cheap best reviews near-me 24-7 online services deals company top affordable expert experts pros agency ' +
      'guide tips free price prices buy sale store shop direct hub zone world care solutions group ltd inc help support',
  ),
};

export const tradeWords: Readonly<Record<'fr' | 'en', TradeWords>> = { fr, en };
