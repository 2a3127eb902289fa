const COUNTRIES =
  'ac ad ae af ag ai al am ao aq ar as at au aw ax az ba bb bd be bf bg bh bi bj bm bn bo br bs bt bw by bz ' +
  'ca cc cd cf cg ch ci ck cl cm cn co cr cu cv cw cx cy cz de dj dk dm do dz ec ee eg er es et eu fi fj fk ' +
  'fm fo fr ga gd ge gf gg gh gi gl gm gn gp gq gr gs gt gu gw gy hk hm hn hr ht hu id ie il im in io iq ir ' +
  'is it je jm jo jp ke kg kh ki km kn kp kr kw ky kz la lb lc li lk lr ls lt lu lv ly ma mc md me mg mh mk ' +
  'ml mm mn mo mp mq mr ms mt mu mv mw mx my mz na nc ne nf ng ni nl no np nr nu nz om pa pe pf pg ph pk pl ' +
  'pm pn pr ps pt pw py qa re ro rs ru rw sa sb sc sd se sg sh si sk sl sm sn so sr ss st su sv sx sy sz tc ' +
  'td tf tg th tj tk tl tm tn to tr tt tv tw tz ua ug uk us uy uz va vc ve vg vi vn vu wf ws ye yt za zm zw';

/** The generic domains that linkify-it 6.1 knows, and cheap ones that spammers use. */
const GENERIC =
  'aero app asia biz blog casino cat click club com coop dev edu gov icu info int link live mil mobi museum ' +
  'name net online org pro shop site store top vip web website wiki xxx xyz рф';

/** IANA's ASCII country codes, and generic domains that people write without a scheme. */
const TOP_LEVEL: ReadonlySet<string> = new Set(`${COUNTRIES} ${GENERIC}`.split(' '));

/** Whether a host's last label is a top-level domain. */
export const isTopLevel = (label: string): boolean =>
  TOP_LEVEL.has(label.toLowerCase()) || /^xn--[a-z0-9-]+$/i.test(label);
