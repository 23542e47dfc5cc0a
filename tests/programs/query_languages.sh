# One index holds articles in many languages: each is searched as its language.
. "$PALPATE_PROGRAM_TESTS/lib.sh"

# article NAME LANGUAGE TITLE TEXT: a page of the folder site.
article()
{
    printf '<!DOCTYPE html><html lang="%s"><head><title>%s</title></head><body><main><h1>%s</h1><p>%s</p></main></body></html>\n' \
        "$2" "$3" "$3" "$4" >"site/$1.html"
}

mkdir site
article schulter de "Die steife Schulter" "Die Schultersteife ist eine schmerzhafte Einschränkung der Bewegung. Übungen und Krankengymnastik helfen den meisten Menschen, und nachts ist es oft schlimmer."
article epaule fr "Les épaules raides" "La raideur de l’épaule est une limitation douloureuse du mouvement. Les exercices et la kinésithérapie aident la plupart des patients, mais il faut du temps."
article hombro es "El hombro congelado" "El hombro congelado es una rigidez dolorosa de la articulación. Los ejercicios y la fisioterapia ayudan a la mayoría de las personas. La fascitis plantar es otra cosa."
article heel en "Heel pain" "Plantar fasciitis is the most common reason of pain under the heel. Most people are better after a year with exercises for the calf and good shoes. Parts of the foot should rest."
"$PALPATE_INDEX" --quiet mixed site 2>err || { cat err; fail "the site does not index"; }
mkdir german
cp site/schulter.html german
"$PALPATE_INDEX" --quiet german.index german

# first INDEX QUESTION PAGE [OPTION...]: the page comes first.
first()
{
    index=$1 question=$2 page=$3
    shift 3
    expect_exit 0 "$PALPATE_QUERY" --format json "$@" "$index" "$question"
    [ "$(sed -n 's/^ *"url": "\([a-z]*\).*/\1/p' out | head -n 1)" = "$page" ] ||
        { cat out; fail "'$question' does not find $page first"; }
}

# A word finds its article in another form, without its accents, and as they are typed.
first mixed "Übung" schulter
first mixed "uebung" schulter
first mixed "ubung schultern" schulter
first mixed "epaule" epaule
first mixed "d'épaules" epaule
first mixed "exercice" epaule
first mixed "ejercicio" hombro
first mixed "articulaciones rígidas" hombro
first mixed "calves exercise" heel
first german.index "Übung" schulter
first german.index "einschraenkungen" schulter

# No stem of one language finds a word of another: "parties" is a form of the French "part".
expect_exit 1 "$PALPATE_QUERY" --no-correct mixed "lang:en partie"

# Who asks gets what is in the own language first, and the others after it.
first mixed "plantar fascitis" heel --prefer-lang en
first mixed "plantar fascitis" hombro --prefer-lang es
[ "$(grep -c '"url"' out)" = 2 ] || { cat out; fail "one of the two languages is not found"; }

# Stop words are those of the language of the question.
first mixed "was hilft bei der Schulter" schulter
first mixed "qu'est-ce qui aide les épaules" epaule

# The start of a word finds what goes on after it: with umlauts or what is typed for them, in compounds, after
# an article that is elided, and where the stem is shorter than what was typed.
for start in "schulter*" "Schulterst*" "übung*" "uebung*" "ubung*" "übungen*" "einschraenk*" "krankengym*" "monat* schulter*"; do
    first german.index "$start" schulter
done
for start in "épaul*" "epaul*" "l'épaul*" "kinesith*" "exercices*"; do
    first mixed "$start" epaule
done
first mixed "articulacion*" hombro
first mixed "uebung*" schulter
expect_exit 0 "$PALPATE_QUERY" german.index "uebung*" --color always
expect_match out "$(printf '\033')\[[0-9;]*mÜbungen"
expect_exit 1 "$PALPATE_QUERY" german.index "uebel*"

# A right word of any language is not corrected, least of all to a word of another one.
for word in Schulter Krankengymnastik "ejercicios" "épaule" nachts; do
    expect_exit 0 "$PALPATE_QUERY" --format json mixed "$word"
    expect_match out '"total"'
    ! grep -q '"corrected"\|"suggestion"' out || { cat out; fail "$word is corrected"; }
done
expect_exit 1 "$PALPATE_QUERY" german.index shoulder
! grep -q 'mean\|Showing' out err || { cat out err; fail "an English word is corrected to a German one"; }

# A slip is corrected as the page writes the word.
expect_exit 0 "$PALPATE_QUERY" german.index "Einschränkunk"
expect_match out 'einschränkung'
expect_exit 0 "$PALPATE_QUERY" german.index "kranckengymnastik"
expect_match out 'krankengymnastik'

# Who types on a keyboard that has other letters in some places is understood, in the language of that keyboard.
for slip in schmeryhaft=schmerzhaft "einschränkung=" yehen=; do
    "$PALPATE_QUERY" --format json german.index "${slip%=*}" >out 2>err || :
    if [ -n "${slip#*=}" ]; then
        expect_match out "\"(corrected|suggestion)\": \"${slip#*=}"
    else
        expect_no_match out '"corrected"|"suggestion"'
    fi
done

# The article that a question names comes first, whatever little words its title has.
mkdir named
cp site/schulter.html named
article nacken de "Der steife Nacken" "Er ist meist nach einer Woche besser. Wärme und leichte Bewegung helfen, und ein Kissen, das nicht zu hoch ist."
article hals de "Übungen für den steifen Nacken" "Ein steifer Nacken wird mit Übungen besser: Den steifen Nacken drehen, den Nacken neigen, und den Nacken dehnen."
mv site/nacken.html site/hals.html named
"$PALPATE_INDEX" --quiet named.index named
first named.index "steifer Nacken" nacken
first named.index "was ist ein steifer Nacken" nacken

# What a German, French or Spanish page says of when not to, or when to see a doctor, is shown beside
# what it says to do.
mkdir warned
# advice NAME LANGUAGE TITLE DO HEADING WARNING: a page with a section to do and one that warns.
advice()
{
    printf '<!DOCTYPE html><html lang="%s"><title>%s</title><main><h1>%s</h1><h2>%s</h2><p>%s</p><h2>%s</h2><p>%s</p></main>\n' \
        "$2" "$3" "$3" "${4%%|*}" "${4#*|}" "$5" "$6" >"warned/$1.html"
}
advice nacken de "Nackenmassage" "Behandlung|Eine sanfte Massage lockert die Muskeln am Nacken, und danach ist er oft für einige Tage beweglicher als vorher." \
    "Wann nicht" "Bei Fieber und nach einem Unfall wird der Nacken nicht massiert, sondern erst von einer Ärztin untersucht."
advice cou fr "Massage du cou" "Traitement|Un massage doux détend les muscles du cou, et après la séance il est souvent plus mobile pendant quelques jours." \
    "Quand consulter" "Une fièvre avec une nuque raide et des maux de tête doit être vue par un médecin le jour même."
advice cuello es "Masaje del cuello" "Tratamiento|Un masaje suave relaja los músculos del cuello, y después de la sesión suele moverse mejor durante unos días." \
    "Cuándo no dar un masaje" "Con fiebre o después de un accidente no se da un masaje en el cuello antes de que lo vea un médico."
"$PALPATE_INDEX" --quiet warned.index warned
# cautioned QUESTION KIND: the best hit has a caution of that kind.
cautioned()
{
    expect_exit 0 "$PALPATE_QUERY" --format json warned.index "$1"
    [ "$(jq -r '.hits[0].care.kind // "none"' out)" = "$2" ] || { cat out; fail "'$1' has no caution of $2"; }
}
cautioned "Behandlung Nackenmassage" contraindications
cautioned "traitement massage du cou" red-flags
cautioned "tratamiento masaje del cuello" contraindications

# On a site in English alone a right word of another language is not corrected to an English one, and a
# word that is a slip beside English ones is.
mkdir english
cp site/heel.html english
article shoulder en "Frozen shoulder" "A stiff shoulder is painful and loosens slowly. Spells of neck pain and ankle pain are common in the months before it."
mv site/shoulder.html english
"$PALPATE_INDEX" --quiet english.index english
for word in Schulter Schultern Schultersteife Schulterschmerzen schouder spalla skulder enkel "schulter übungen" "spalla dolore" skuldre \
    combien vraiment ohne warum siempre usted perché sempre waarom zawsze; do
    "$PALPATE_QUERY" english.index "$word" >out 2>err || :
    ! grep -qi 'mean\|Showing' out err || { cat out err; fail "'$word' is corrected to English"; }
done
expect_exit 0 "$PALPATE_QUERY" english.index "nek pain"
expect_match out 'neck'
expect_exit 0 "$PALPATE_QUERY" english.index "sholder"
expect_match out 'shoulder'
