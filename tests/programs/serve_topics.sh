# What an index is about, from A to Z, for who does not know what to ask.
. "$PALPATE_PROGRAM_TESTS/serve_lib.sh"

# page NAME LANGUAGE TITLE [HEADING]
page()
{
    case $2 in
    de) set -- "$@" 'Was hilft' 'Es tut weh, wenn man sich bewegt, und die meisten sind nach einigen Wochen wieder gesund.' \
        'Einen Tag ruhen und sich dann so viel bewegen, wie es geht.' ;;
    *) set -- "$1" "$2" "$3" "${4:-What helps}" \
        "$1 hurts when one moves, and most people are well again after some weeks of exercise." \
        "With $1 one rests for a day, and then moves as much as it lets one." ;;
    esac
    printf '<html lang=%s><title>%s</title><body><main><h1>%s</h1><p>%s</p><h2>%s</h2><p>%s</p></main></html>\n' \
        "$2" "$3" "$3" "$5" "$4" "$6" >"site/$1.html"
}
mkdir site
page frozen en 'Frozen shoulder: what helps'
page move en 'Exercises for a frozen shoulder'
page tens en 'Why TENS may help for a while when the pain does not go' 'Warning signs'
page elbow en 'Elbow trouble' 'Tennis elbow'
page hidden en 'Arnica' 'Golfer elbow'
page welcome en 'Welcome to our clinic'
page question en 'How long does it last?'
page schulter de 'Der Schulterschmerz'
printf '%s\n' 'frozen shoulder	adhesive capsulitis	synonym	MeSH' 'shoulder	articulatio humeri	synonym	MeSH' \
    'tens	nerve stimulation	synonym	MeSH' 'tennis elbow	lateral epicondylitis	synonym	MeSH' \
    'golfer elbow	medial epicondylitis	synonym	MeSH' 'warning signs	alarm	synonym	clinical usage' \
    'it	information technology	synonym	clinical usage' >names.tsv
printf 'hide\t/hidden*\n' >rules.tsv
expect_exit 0 "$PALPATE_INDEX" --quiet index site --base-url https://c.example/ --thesaurus names.tsv \
    --curation rules.tsv
start_server index --listen 127.0.0.1:0

# lists LANGUAGES TOPICS: these and no others.
lists()
{
    expect_status 200 "${url}topics?prefer_lang=$1"
    jq -r '.topics[] | "\(.letter) \(.text) \(.count) \(.language) \(.url // "?q=" + .query)"' body >got
    printf '%s' "$2" | diff - got || fail "the topics for $1 are others"
}
english='E Elbow trouble 1 en https://c.example/elbow.html
F Frozen shoulder 2 en ?q=Frozen shoulder
'
terms='T Tennis elbow 1 en ?q=tennis elbow
T TENS 1 en ?q=TENS
'
german='S Der Schulterschmerz 1 de https://c.example/schulter.html
'
lists en-GB "$english$terms"
lists de "$german"
lists 'fr,de;q=0.5,en;q=0.1' "$german"
lists ja "$english$german$terms"
lists '' "$english$german$terms"
expect_problem 400 "${url}topics?prefer_lang=%21"

# What the browser has it need not fetch again.
expect_status 200 "${url}topics"
tag=$(tr -d '\r' <head | sed -n 's/^[Ee][Tt]ag: //p')
expect_status 304 -H "If-None-Match: $tag" "${url}topics"

# The page lists them where nothing is asked, for who reads that language, and so does what follows an update.
expect_status 200 -H 'Accept-Language: en' "$url"
expect_match body '<h2 id="topics-title">Topics from A to Z</h2>'
expect_match body '<li aria-hidden="true">A</li>'
expect_match body '<li><a href="#topics-1">E</a></li>'
expect_match body '<li><a href="[?]q=Frozen%20shoulder" lang="en">Frozen shoulder</a></li>'
! grep -q Schulterschmerz body || fail "a topic in another language is on the page"
tag=$(tr -d '\r' <head | sed -n 's/^[Ee][Tt]ag: //p')
expect_status 304 -H 'Accept-Language: en' -H "If-None-Match: $tag" "$url"
page sprain en 'Ankle sprain'
expect_exit 0 "$PALPATE_INDEX" --quiet index
until_true serves '' '>Ankle sprain</a>'
expect_status 200 -H 'Accept-Language: en' -H "If-None-Match: $tag" "$url"
stop_server

# The operator may do without.
start_server index --listen 127.0.0.1:0 --no-topics
expect_status 200 "$url"
! grep -q topics-title body || fail "the page lists topics against --no-topics"
lists en ''
stop_server
