# Questions of rules are met in any form that they have in a language of the index.
. "$PALPATE_PROGRAM_TESTS/lib.sh"

# page_in LANG FILE TITLE TEXT
page_in()
{
    printf '<!DOCTYPE html><html lang="%s"><title>%s</title><article><h1>%s</h1><p>%s</p></article></html>\n' \
        "$1" "$3" "$3" "$4" >"$2"
}
# pins QUESTION ADDRESS: it comes first, as pinned.
pins()
{
    expect_exit 0 "$PALPATE_QUERY" index --format json "$1"
    jq -e --arg url "$2" '.hits[0] | .url == $url and has("pinned") and .pinned != null' out >/dev/null ||
        fail "\"$1\" does not pin $2: $(jq -c '.hits[:2] | map([.url, .pinned])' out)"
}

mkdir pages
page_in de pages/praxis.html "Unsere Praxis" "Wir sind von Montag bis Freitag für Sie da und nehmen uns Zeit für jede Behandlung der Schulter."
page_in de pages/schulter.html "Schmerzen in der Schulter" "Übungen für die Schulter helfen, wenn sie jeden Tag gemacht werden, und die Schmerzen werden weniger."
printf 'pin\tTermin vereinbaren|wie sind eure Öffnungszeiten\t/praxis.html\n' >rules.tsv
"$PALPATE_INDEX" --quiet index pages --base-url https://clinic.example/ --curation rules.tsv
pins "Termin vereinbaren" https://clinic.example/praxis.html
pins "Termine vereinbaren" https://clinic.example/praxis.html
pins "Öffnungszeit" https://clinic.example/praxis.html

# With English pages beside them, whichever language a question is taken for.
page_in en pages/practice.html "Our practice" "We are here from Monday to Friday, and take the time that each treatment of a shoulder needs."
page_in en pages/shoulder.html "Pain in the shoulder" "Exercises for the shoulder help when they are done every day, and the pain becomes less."
page_in es pages/hombro.html "Dolor de hombro" "Los ejercicios para el hombro ayudan si se hacen todos los días, y el dolor disminuye poco a poco."
printf 'pin\tbook an appointment\t/practice.html\npin\treservar una cita\t/hombro.html\n' >>rules.tsv
"$PALPATE_INDEX" --quiet index
pins "booking appointments" https://clinic.example/practice.html
pins "Termine vereinbaren" https://clinic.example/praxis.html
pins "wie kann ich Termine vereinbaren" https://clinic.example/praxis.html
pins "reservar citas" https://clinic.example/hombro.html
pins "Öffnungszeit" https://clinic.example/praxis.html
expect_exit 0 "$PALPATE_QUERY" index --format json Schulter
jq -e 'all(.hits[]; .pinned == null)' out >/dev/null || fail "another question has a pinned page"
