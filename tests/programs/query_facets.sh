# Facets, orders and similar articles on the command line.
. "$PALPATE_PROGRAM_TESTS/lib.sh"

# dated FILE DATE AUTHOR LANGUAGE TITLE TEXT
dated()
{
    page "$1" "$5" "$6" "Much more is said below of how the knee is loaded."
    sed -i "s|<html lang=\"en\">|<html lang=\"$4\">|; s|</head>|<meta name=\"author\" content=\"$3\"><meta property=\"article:published_time\" content=\"$2\"></head>|" "$1"
}
mkdir pages
dated pages/a.html 2019-05-01 "Jane Smith" en-GB "Runner's knee" "Runner's knee hurts on stairs and slopes."
dated pages/b.html 2023-05-01 "Jane Smith" en-US "Jumper's knee" "Jumper's knee hurts below the kneecap, as runner's knee does not."
dated pages/c.html 2021-05-01 "Ana Gomez" es "La rodilla" \
    "Runner's knee es el nombre de lo que duele a los que corren, y no es una enfermedad. El dolor está en la rodilla y se va con el descanso, pero no para todos: muchos necesitan ejercicios como los que se ven aquí."
expect_exit 0 "$PALPATE_INDEX" --base-url https://k.example/ index pages

# titles QUERY...: the titles that are found, in their order.
titles()
{
    expect_exit 0 "$PALPATE_QUERY" --format tsv index "$@"
    cut -f 4 out | sed 's/ >.*//' | paste -s -d ,
}
expect_titles()
{
    expected=$1
    shift
    found=$(titles "$@")
    [ "$found" = "$expected" ] || fail "$*: $found instead of $expected"
}
expect_titles "Jumper's knee,La rodilla,Runner's knee" --sort newest "runner's knee"
expect_titles "Runner's knee,La rodilla,Jumper's knee" --sort oldest "runner's knee"
expect_exit 2 "$PALPATE_QUERY" --sort age index knee
expect_match err "--sort takes relevance, newest or oldest: age"

expect_exit 0 "$PALPATE_QUERY" --facets 2 index "runner's knee"
expect_match out '^Authors: Jane Smith 2, Ana Gomez 1$'
expect_match out '^Languages: en 2, es 1$'
expect_match out '^Sites: k.example 3$'
expect_match out '^Years: 2019 1, 2021 1, 1 more$'
expect_exit 0 "$PALPATE_QUERY" --facets 9 --format json index "runner's knee"
expect_match out '"filter": "author:\\"Jane Smith\\""'
expect_match out '"relation": "eq"'
expect_exit 0 "$PALPATE_QUERY" --format json index "runner's knee"
expect_no_match out '"facets"'

# Who wrote with others is counted as the filter finds them.
mkdir together
dated together/a.html 2019-05-01 "Dr Jane Smith, PT and Ana Gomez" en "Hip pain" "Hip pain after running comes and goes."
dated together/b.html 2020-05-01 "Jane Smith" en "Hip bursitis" "Bursitis is one cause of hip pain."
dated together/c.html 2021-05-01 "Clinic for Hip and Knee" en "Hip fractures" "A fracture is another cause of hip pain."
expect_exit 0 "$PALPATE_INDEX" --base-url https://k.example/ joint together
expect_exit 0 "$PALPATE_QUERY" --facets 5 joint hip pain
expect_match out '^Authors: Jane Smith 2, Ana Gomez 1, Clinic for Hip and Knee 1$'
expect_exit 0 "$PALPATE_QUERY" --format json joint 'author:"Jane Smith"' hip pain
expect_match out '"value": 2'

expect_exit 0 "$PALPATE_QUERY" --like https://k.example/a.html --format tsv index
expect_match out 'k.example/b.html'
expect_no_match out 'k.example/a.html'
expect_titles "La rodilla" --like https://k.example/a.html lang:es
expect_exit 1 "$PALPATE_QUERY" --like https://k.example/none.html index
expect_match err "^palpate-query: nothing found: "
expect_match err "no article with this address"
