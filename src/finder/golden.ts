/**
 * What people type who look for a region, and what they mean. Written before the search was
 * tuned; a query is added when somebody was let down, none is removed because it fails.
 *
 * Each line is `query > CODE`, or `query > CODE CODE` where a query means several areas: then
 * the first answer is any of them, and all are among the first three.
 */
const LISTS: Readonly<Record<string, string>> = {
  'names in full': `
    kota blitar > 35.72
    Kabupaten Belitung > 19.02
    Kota Banda Aceh > 11.71
    kabupaten gunungkidul > 34.03
    KOTA SURABAYA > 35.78
    Kabupaten Sidoarjo > 35.15
    kota medan > 12.71
    Kota Makassar > 73.71
    kabupaten badung > 51.03
    kota denpasar > 51.71
    kabupaten sleman > 34.04
    Kota Palembang > 16.71
    kabupaten banyuwangi > 35.10
    kota pekanbaru > 14.71
    Kabupaten Kepulauan Siau Tagulandang Biaro > 71.09
    Kabupaten Penukal Abab Lematang Ilir > 16.12
    kabupaten pangkajene dan kepulauan > 73.10
    kabupaten tojo una una > 72.09
    kota tidore kepulauan > 82.72
    kabupaten administrasi kepulauan seribu > 31.01
    Kota Administrasi Jakarta Selatan > 31.74
    kabupaten hulu sungai tengah > 63.07
    kabupaten bandung barat > 32.17
    kota tangerang selatan > 36.74
    Kabupaten Seram Bagian Barat > 81.06
    kabupaten kutai kartanegara > 64.02
    kabupaten bolaang mongondow > 71.01
    kabupaten rote ndao > 53.14`,

  'names without the level': `
    surabaya > 35.78
    sidoarjo > 35.15
    banyuwangi > 35.10
    makassar > 73.71
    medan > 12.71
    denpasar > 51.71
    palembang > 16.71
    balikpapan > 64.71
    samarinda > 64.72
    pontianak > 61.71
    manado > 71.71
    ambon > 81.71
    ternate > 82.71
    depok > 32.76
    cimahi > 32.77
    klaten > 33.10
    kudus > 33.19
    wonosobo > 33.07
    kebumen > 33.05
    bantul > 34.02
    jember > 35.09
    lumajang > 35.08
    gresik > 35.25
    sumenep > 35.29
    wakatobi > 74.07
    raja ampat > 96.03
    merauke > 93.01
    mimika > 94.04
    nias > 12.04
    simeulue > 11.09
    batu > 35.79
    natuna > 21.03
    batam > 21.71
    dompu > 52.05
    alor > 53.05
    sumba timur > 53.11
    aceh besar > 11.06
    lima puluh kota > 13.07
    kepulauan seribu > 31.01
    jakarta pusat > 31.71
    intan jaya > 94.07
    morowali > 72.06
    banjarnegara > 33.04
    kotabaru > 63.02
    tangerang selatan > 36.74
    belitung > 19.02
    karo > 12.06
    toba > 12.12
    buru > 81.04
    bone > 73.08`,

  'a city and a regency of one name': `
    blitar > 35.05 35.72
    bandung > 32.04 32.73
    malang > 35.07 35.73
    bogor > 32.01 32.71
    bekasi > 32.16 32.75
    semarang > 33.22 33.74
    cirebon > 32.09 32.74
    sukabumi > 32.02 32.72
    tasikmalaya > 32.06 32.78
    magelang > 33.08 33.71
    pekalongan > 33.26 33.75
    tegal > 33.28 33.76
    kediri > 35.06 35.71
    madiun > 35.19 35.77
    mojokerto > 35.16 35.76
    pasuruan > 35.14 35.75
    probolinggo > 35.13 35.74
    serang > 36.04 36.73
    tangerang > 36.03 36.71
    solok > 13.02 13.72
    kupang > 53.01 53.71
    bima > 52.06 52.72
    sorong > 96.01 96.71
    jayapura > 91.03 91.71
    banjar > 63.03 32.79
    gorontalo > 75.01 75.71 75`,

  'the level, however it is said': `
    kab blitar > 35.05
    kab. blitar > 35.05
    kab.blitar > 35.05
    kabupaten blitar > 35.05
    pemkab blitar > 35.05
    pemkot blitar > 35.72
    blitar kota > 35.72
    blitar kabupaten > 35.05
    kota bandung > 32.73
    kab bandung > 32.04
    bandung kab > 32.04
    kab. bekasi > 32.16
    pemkot bekasi > 32.75
    pemkab sidoarjo > 35.15
    pemkot surabaya > 35.78
    pemerintah kota malang > 35.73
    pemerintah kabupaten malang > 35.07
    pemda bantul > 34.02
    walikota semarang > 33.74
    wali kota bogor > 32.71
    bupati bogor > 32.01
    gubernur jawa barat > 32
    pemprov jatim > 35
    provinsi jawa timur > 35
    prov. bali > 51
    prov ntt > 53
    propinsi lampung > 18
    provinsi gorontalo > 75
    kota gorontalo > 75.71
    kab gorontalo > 75.01
    prov jambi > 15
    kotamadya magelang > 33.71
    kodya tegal > 33.76
    kabupatan sleman > 34.04
    kabupten demak > 33.21
    kab tangerang > 36.03
    kota tangerang > 36.71
    pemkab badung > 51.03
    kab adm kepulauan seribu > 31.01
    kota adm jakarta timur > 31.75
    pemkab. gunungkidul > 34.03
    kotamalang > 35.73
    kab-blitar > 35.05
    pem prov dki > 31`,

  provinces: `
    aceh > 11
    sumatera utara > 12
    sumatra barat > 13
    riau > 14
    kepulauan riau > 21
    jambi > 15 15.71
    bengkulu > 17 17.71
    lampung > 18
    dki jakarta > 31
    jakarta > 31
    jawa barat > 32
    jawa tengah > 33
    daerah istimewa yogyakarta > 34
    jawa timur > 35
    banten > 36
    bali > 51
    nusa tenggara barat > 52
    kalimantan selatan > 63
    sulawesi utara > 71
    maluku > 81
    maluku utara > 82
    papua > 91
    papua barat > 92
    papua barat daya > 96
    papua pegunungan > 95
    bangka belitung > 19`,

  abbreviations: `
    tangsel > 36.74
    pemkot tangsel > 36.74
    kukar > 64.02
    kutim > 64.08
    kubar > 64.07
    ppu > 64.09
    ntb > 52
    ntt > 53
    diy > 34
    dki > 31
    jabar > 32
    jateng > 33
    jatim > 35
    sumut > 12
    sumsel > 16
    babel > 19
    kepri > 21
    kalbar > 61
    kaltara > 65
    sulsel > 73
    sultra > 74
    sulbar > 76
    malut > 82
    sergai > 12.18
    madina > 12.13
    humbahas > 12.16
    labuhanbatu selatan > 12.22
    labusel > 12.22
    inhil > 14.04
    rohul > 14.06
    kuansing > 14.09
    tanjabtim > 15.07
    oku > 16.01
    oki > 16.02
    okut > 16.08
    muba > 16.06
    pali > 16.12
    muratara > 16.13
    lamsel > 18.01
    tubaba > 18.12
    beltim > 19.06
    jaksel > 31.74
    jakbar > 31.73
    kbb > 32.17
    lotim > 52.03
    ksb > 52.07
    mabar > 53.15
    sbd > 53.18
    tts > 53.02
    kobar > 62.01
    kotim > 62.02
    pulpis > 62.11
    hst > 63.07
    tanbu > 63.10
    bolmong > 71.01
    minsel > 71.05
    sitaro > 71.09
    parimo > 72.08
    touna > 72.09
    sidrap > 73.14
    pangkep > 73.10
    tator > 73.18
    lutim > 73.24
    konsel > 74.05
    polman > 76.04
    sbt > 81.05
    halsel > 82.04
    pegubin > 95.02
    kab oki > 16.02
    pemkab kukar > 64.02
    bdg > 32.73 32.04
    kab bdg > 32.04
    sby > 35.78
    jkt > 31
    mks > 73.71
    abdya > 11.12
    pijay > 11.18
    paluta > 12.20
    pessel > 13.01
    butur > 74.10
    sorsel > 96.02
    siantar > 12.72`,

  'nicknames and everyday names': `
    jogja > 34.71 34
    yogya > 34.71 34
    yogyakarta > 34.71 34
    solo > 33.72
    kota solo > 33.72
    kota pahlawan > 35.78
    kota hujan > 32.71
    kota kembang > 32.73
    paris van java > 32.73
    kota apel > 35.79
    kota patria > 35.72
    pulau dewata > 51
    serambi mekkah > 11
    serambi mekah > 11
    kota gudeg > 34.71
    kota pempek > 16.71
    kota batik > 33.75
    bumi lancang kuning > 14
    tasik > 32.06 32.78
    mentawai > 13.09
    anambas > 21.05
    lombok timur > 52.03
    kota udang > 32.74
    kota kretek > 33.19
    bumi reog > 35.02
    kota daeng > 73.71
    suroboyo > 35.78
    kota khatulistiwa > 61.71
    kota minyak > 64.71
    kota tahu sumedang > 32.11`,

  'seats of government': `
    purwokerto > 33.02
    cikarang > 32.16
    cibinong > 32.01
    ungaran > 33.22
    sampit > 62.02
    pangkalan bun > 62.01
    labuan bajo > 53.15
    maumere > 53.07
    singaraja > 51.08
    tenggarong > 64.02
    wamena > 95.01
    timika > 94.04
    kisaran > 12.09
    tanjung selor > 65.01
    bagansiapiapi > 14.07
    meulaboh > 11.05
    muara teweh > 62.05
    rantepao > 73.26
    baturaja > 16.01
    waingapu > 53.11
    luwuk > 72.01
    batulicin > 63.10`,

  'old and other spellings': `
    palangka raya > 62.71
    palangkaraya > 62.71
    fakfak > 92.03
    fak-fak > 92.03
    baubau > 74.72
    bau-bau > 74.72
    jogjakarta > 34.71 34
    djokjakarta > 34.71 34
    soerabaja > 35.78
    surabaja > 35.78
    bandoeng > 32.73 32.04
    djakarta > 31
    tjirebon > 32.74 32.09
    tjilatjap > 33.01
    poerwakarta > 32.14
    atjeh > 11
    makasar > 73.71
    ujung pandang > 73.71
    pematang siantar > 12.72
    pematangsiantar > 12.72
    tanjungpinang > 21.72
    tanjung pinang > 21.72
    pangkalpinang > 19.71
    pangkal pinang > 19.71
    lubuklinggau > 16.73
    pare-pare > 73.72
    pare pare > 73.72
    toli-toli > 72.04
    gunung kidul > 34.03
    kulonprogo > 34.01
    tanah toraja > 73.18
    toba samosir > 12.12
    irian jaya > 91
    kutai kertanegara > 64.02
    bukit tinggi > 13.75
    lhok seumawe > 11.73
    padang sidempuan > 12.77
    sungaipenuh > 15.72
    mamuju utara > 76.01
    maluku tenggara barat > 81.03
    muko-muko > 17.06
    banjar baru > 63.72
    bandarlampung > 18.71
    batubara > 12.19
    pahuwato > 75.04
    loemadjang > 35.08
    koedoes > 33.19
    biak numfoor > 91.06`,

  'slips of the hand': `
    suarbaya > 35.78
    surbaya > 35.78
    surabya > 35.78
    surabayaa > 35.78
    surabaua > 35.78
    bandng > 32.04 32.73
    badnung > 32.04 32.73
    blitra > 35.05 35.72
    kota bliatr > 35.72
    kota blitarr > 35.72
    banyuwnagi > 35.10
    baniuwangi > 35.10
    sidorajo > 35.15
    sidoardjo > 35.15
    lamngan > 35.24
    tulungaung > 35.04
    tulungangung > 35.04
    trengalek > 35.03
    ponorgo > 35.02
    bojonegara > 35.22
    jogjkarta > 34.71 34
    yogjakarta > 34.71 34
    yogyakrta > 34.71 34
    smearang > 33.74 33.22
    semarng > 33.74 33.22
    karanganyer > 33.13
    purbalinga > 33.03
    majalenka > 32.10
    purwkarta > 32.14
    tangeranng selatan > 36.74
    tanggerang selatan > 36.74
    tanggerang > 36.03 36.71
    tangerang slatan > 36.74
    tangsle > 36.74
    pandegelang > 36.01
    balikpapn > 64.71
    balikppapan > 64.71
    samrinda > 64.72
    banjarmsin > 63.71
    bajnarmasin > 63.71
    pontinak > 61.71
    singkwang > 61.72
    makasaar > 73.71
    mkassar > 73.71
    bulukmba > 73.02
    jenneponto > 73.04
    jeneponto > 73.04
    menado > 71.71
    kotamubagu > 71.74
    gorntalo > 75.01 75.71 75
    denpsar > 51.71
    karang asem > 51.07
    gianjar > 51.04
    jembarana > 51.01
    mataran > 52.71
    sumbwa > 52.04
    mangarai > 53.10
    lembta > 53.13
    pekambaru > 14.71
    pekan baru > 14.71
    bengkaliss > 14.03
    indragiri hulir > 14.04
    pelembang > 16.71
    prabumulhi > 16.74
    lubuk lingau > 16.73
    bukitingi > 13.75
    payakumbu > 13.76
    sawah lunto > 13.73
    padang pajang > 13.74
    simalungung > 12.08
    deliserdang > 12.07
    deli sredang > 12.07
    mandailing natl > 12.13
    langakt > 12.05
    banda ache > 11.71
    lokseumawe > 11.73
    bireun > 11.11
    nagan rya > 11.15
    meruke > 93.01
    manokwri > 92.02
    raja ampet > 96.03
    yahukmo > 95.03
    jawa tmur > 35
    jawa tegah > 33
    sulawesi selatn > 73
    kalimatan timur > 64
    sumatera urata > 12
    nusa tengara timur > 53
    bangka blitung > 19
    gunung kidol > 34.03
    salahtiga > 33.73
    kab blora > 33.16
    wonogri > 33.12
    temangung > 33.23
    palngka raya > 62.71
    kota waringin timur > 62.02
    kapuas hul > 61.06
    ketapng > 61.04
    donggla > 72.03
    majenne > 76.05
    halmahera slatan > 82.04
    tidorre > 82.72
    probolingo > 35.13 35.74
    pasuruhan > 35.14 35.75
    mojokreto > 35.16 35.76
    taksimalaya > 32.06 32.78
    cieribon > 32.09 32.74
    sukbumi > 32.02 32.72`,

  'while still typing': `
    suraba > 35.78
    sido > 35.15
    kota sura > 35.78 33.72
    kab gunu > 34.03 62.10
    tangerang sel > 36.74
    banyuw > 35.10
    balikp > 64.71
    jawa ti > 35
    kepulauan ar > 81.07
    kota pad > 13.71 12.77 13.74
    palangka > 62.71
    makas > 73.71
    lhok > 11.73
    wakat > 74.07`,

  'codes of the ministry': `
    35.72 > 35.72
    3572 > 35.72
    35 > 35
    51 > 51
    11.10 > 11.10
    1110 > 11.10
    36.74 > 36.74
    3674 > 36.74
    19.02 > 19.02
    31 > 31
    9671 > 96.71
    35 72 > 35.72`,

  'English names': `
    west java > 32
    east java > 35
    central java > 33
    north sumatra > 12
    west nusa tenggara > 52
    southeast sulawesi > 74
    southwest papua > 96
    riau islands > 21
    special region of yogyakarta > 34
    south tangerang > 36.74
    south jakarta > 31.74
    central jakarta > 31.71
    east lombok > 52.03
    west bandung > 32.17
    city of bandung > 32.73
    blitar city > 35.72
    blitar regency > 35.05
    belitung regency > 19.02
    bandung city > 32.73
    west papua > 92
    bali province > 51
    thousand islands > 31.01
    mentawai islands > 13.09
    south nias > 12.14
    north toraja > 73.26
    sorong city > 96.71
    east sumba regency > 53.11
    aru islands > 81.07`,

  'word order, joined and split words, the province beside it': `
    selatan tangerang > 36.74
    barat bandung > 32.17
    utara lombok > 52.08
    ampat raja > 96.03
    kota blitar jawa timur > 35.72
    blitar, jawa timur > 35.05 35.72
    Kota Blitar, Jatim > 35.72
    banjar jabar > 32.79
    banjar kalsel > 63.03
    bogor jawa barat > 32.01 32.71
    solok sumbar > 13.02 13.72
    tanjungjabung barat > 15.06
    tanjung jabung timur > 15.07
    tulungagung > 35.04
    tulung agung > 35.04
    banjar negara > 33.04
    suka bumi > 32.02 32.72
    suka harjo > 33.11
    majene sulawesi barat > 76.05
    pegunungan bintang > 95.02
    peg. bintang > 95.02
    kep. mentawai > 13.09
    kep seribu > 31.01
    kep. aru > 81.07
    tanjung balai > 12.74
    tg pinang > 21.72
    rajaampat > 96.03
    acehbesar > 11.06
    batu bara > 12.19
    timor tengah selatan ntt > 53.02
    halmahera barat maluku utara > 82.01
    lampung tengah > 18.02
    tengah lampung > 18.02
    siau tagulandang biaro > 71.09
    dumai riau > 14.72
    sumbawa barat ntb > 52.07
    surabaya jawa timur > 35.78
    spi kota blitar > 35.72
    mcp kabupaten klaten > 33.10
    korupsi kota bekasi > 32.75`,

  'held back until the search was done': `
    kota sabang > 11.72
    kab sabang > 11.72
    gayo > 11.13
    pidi jaya > 11.18
    tapanuli > 12.01 12.02 12.03
    kota p. siantar > 12.72
    kabupaten karo sumut > 12.06
    samosir > 12.17
    nias barat > 12.25
    kota tebing > 12.76
    pesisir selatan > 13.01
    pasaman brt > 13.12
    kab 50 kota > 13.07
    kota payakumbuh sumbar > 13.76
    dharmas raya > 13.10
    siak > 14.08
    rokan hilir > 14.07
    rokan ilir > 14.07
    selat panjang > 14.10
    kuala tungkal > 15.06
    sei penuh > 15.72
    batang hari > 15.04
    musi rawas utara > 16.13
    ogan ilir > 16.10
    empat lawang > 16.11
    pagaralam > 16.72
    rejang lebong > 17.02
    bengkulu utara > 17.03
    bandar lampung > 18.71
    metro > 18.72
    way kanan > 18.08
    pringsewo > 18.10
    bangka tengah > 19.04
    kota batam kepri > 21.71
    kepulauan anambas > 21.05
    bogor kab > 32.01
    kabupaten bogor barat > 32.01
    indramayu > 32.12
    pengandaran > 32.18
    pangandaran > 32.18
    cilacap > 33.01
    purworejo > 33.06
    purwerejo > 33.06
    boyalali > 33.09
    sragen > 33.14
    pemalng > 33.27
    brebes > 33.29
    salatiga > 33.73
    gunung kidul yogyakarta > 34.03
    sleman jogja > 34.04
    pacitan > 35.01
    bondowoso > 35.11
    situbondo > 35.12
    bangkalan > 35.26
    pamekesan > 35.28
    kab kediri > 35.06
    ngawi > 35.21
    nganjuk > 35.18
    cilegon > 36.72
    lebak > 36.02
    klungkung > 51.05
    buleleng bali > 51.08
    lombok tengah > 52.02
    kota bima > 52.72
    manggarai timur > 53.19
    ngada > 53.09
    sabu raijua > 53.20
    kubu raya > 61.12
    singkawan > 61.72
    gunung mas > 62.10
    pulang pisau > 62.11
    tapin > 63.05
    hulu sungai > 63.06 63.07 63.08
    berau > 64.03
    bontang > 64.74
    penajam > 64.09
    malinau > 65.02
    tomohon > 71.73
    bitung > 71.72
    kepulauan talaud > 71.04
    poso > 72.02
    palu > 72.71
    gowa > 73.06
    enrekang > 73.16
    palopo > 73.73
    luwu > 73.17
    bombana > 74.06
    muna > 74.03
    kolaka > 74.01
    boalemo > 75.02
    mamasa > 76.03
    tual > 81.72
    maluku tengah > 81.01
    sula > 82.05
    morotai > 82.07
    biak > 91.06
    keerom > 91.11
    manokwari > 92.02
    asmat > 93.04
    nabire > 94.01
    puncak > 94.05
    puncak jaya > 94.02
    lany jaya > 95.07
    maybrat > 96.05
    tambrau > 96.04
    jakarta timur > 31.75
    kota jakarta selatan > 31.74
    jaksel dki > 31.74
    east nusa tenggara > 53
    north maluku > 82
    papua tengah > 94
    dprd kab tegal > 33.28
    apbd kota madiun > 35.77
    kota tangsel banten > 36.74
    inspektorat kabupaten wajo > 73.13
    lapor kota depok > 32.76
    kota bekasi jabar > 32.75
    nganjuk jatim > 35.18
    jogyakarta > 34.71 34
    yogya karta > 34.71 34
    bnadung > 32.04 32.73
    kota bandun > 32.73
    medn > 12.71
    mdan > 12.71
    padnag > 13.71
    bantull > 34.02
    slemn > 34.04
    kuds > 33.19
    sukohardjo > 33.11
    poerbolinggo > 33.03
    tjiamis > 32.07
    kota probolinggo > 35.74`,
};

export interface GoldenQuery {
  readonly kind: string;
  readonly query: string;
  /** Any of them comes first; all of them are among the first three. */
  readonly codes: readonly string[];
}

export const GOLDEN: readonly GoldenQuery[] = Object.entries(LISTS).flatMap(([kind, list]) =>
  list
    .trim()
    .split('\n')
    .map((line) => {
      const [query = '', codes = ''] = line.split(' > ').map((part) => part.trim());
      return { kind, query, codes: codes.split(' ') };
    }),
);
