# On a site of two languages what is in the language of the question comes first, then what is in that of
# who asks; nothing is left out.
. "$PALPATE_PROGRAM_TESTS/serve_lib.sh"

mkdir site
cat >site/es.html <<'HTML'
<!DOCTYPE html><html lang="es"><head><title>Fascitis plantar</title></head><body><main><h1>Fascitis plantar</h1>
<p>La fascitis plantar es la irritación de una banda bajo el pie. Duele sobre todo con los primeros pasos del día.</p>
<h2>Qué ayuda</h2><p>Estirar la pantorrilla, vendar el arco y cambiar el calzado, con TENS si hace falta.</p></main></body></html>
HTML
cat >site/en.html <<'HTML'
<!DOCTYPE html><html lang="en-GB"><head><title>Plantar Fasciitis</title></head><body><main><h1>Plantar Fasciitis</h1>
<p>Plantar fasciitis is a sore band under the foot. It hurts most with the first steps of the day.</p>
<h2>What helps</h2><p>Stretch the calf, tape the arch and change your shoes; TENS may help, too.</p></main></body></html>
HTML
expect_exit 0 "$PALPATE_INDEX" --quiet index site --base-url https://clinic.example/

# first TITLE WHAT: the first of the two hits in the file body.
first()
{
    jq -r '.hits[].title' body >titles
    [ "$(wc -l <titles)" -eq 2 ] || { cat titles; fail "$2: not both articles"; }
    [ "$(head -n 1 titles)" = "$1" ] || { cat titles; fail "$2: $1 is not first"; }
}
for options in '--prefer-lang en' '--prefer-lang EN-us' '--prefer-lang fr,en,es'; do
    # shellcheck disable=SC2086 # the options are several words
    "$PALPATE_QUERY" index --format json $options 'plantar fascitis' >body
    first 'Plantar Fasciitis' "$options"
done
for options in '' '--prefer-lang es' '--prefer-lang fr'; do
    # shellcheck disable=SC2086
    "$PALPATE_QUERY" index --format json $options 'plantar fascitis' >body
    first 'Fascitis plantar' "$options"
done
# The words of the question say more than who asks.
"$PALPATE_QUERY" index --format json --prefer-lang es 'what helps with plantar fascitis' >body
first 'Plantar Fasciitis' "an English question"
"$PALPATE_QUERY" index --format json --prefer-lang en 'que ayuda con la fascitis plantar' >body
first 'Fascitis plantar' "a Spanish question"

start_server index --listen 127.0.0.1:0
expect_status 200 "${url}search?q=plantar+fascitis&prefer_lang=en"
first 'Plantar Fasciitis' prefer_lang
expect_status 200 "${url}search?q=plantar+fascitis&prefer_lang=es-mx,en;q=0.5"
first 'Fascitis plantar' prefer_lang
expect_problem 400 "${url}search?q=plantar&prefer_lang=%21"
# titled HEADER ADDRESS: titles of the hits of the page for a browser with that header.
titled()
{
    curl -sS -H "$1" "$url$2" | sed -n 's/.*<h2 id="hit-[0-9]*"[^>]*><a [^>]*>\([^<]*\)<.*/\1/p' >titles
    [ "$(wc -l <titles)" -eq 2 ] || { cat titles; fail "$1: not both articles"; }
    head -n 1 titles
}
for path in '?' 'answer?'; do
    [ "$(titled 'Accept-Language: en-GB,en;q=0.9,es;q=0.1' "${path}q=plantar+fascitis")" = 'Plantar Fasciitis' ] ||
        fail "Accept-Language does not count"
    [ "$(titled 'Accept-Language: en;q=0.2, es' "${path}q=plantar+fascitis")" = 'Fascitis plantar' ] ||
        fail "the weights of Accept-Language do not count"
    [ "$(titled 'Accept-Language: es' "${path}q=plantar+fascitis&prefer_lang=en")" = 'Plantar Fasciitis' ] ||
        fail "the page that asks does not count before the browser"
done
# So does the language that is demanded.
for path in '?' 'answer?'; do
    curl -sS -H 'Accept-Language: es' "${url}${path}q=what+plantar&lang=en" >body
    grep -q 'Plantar Fasciitis' body || fail "no article in the language that is demanded"
    ! grep -q 'Fascitis plantar' body || fail "an article in another language than is demanded"
done
curl -sS -D headers -o body -H 'Accept-Language: es' "${url}?q=plantar+fascitis&prefer_lang=en"
expect_match headers '^Vary: .*Accept-Language'
expect_match body 'prefer_lang=en'

# What the page says of a question, and of what is wrong with it, is in the language of the reader, too.
german='Accept-Language: de'
for asked in 'q=%22foot' 'q=foot+)' 'q=foot+OR' 'q=colour:red+foot' 'q=kind:x+foot' 'q=the' 'q=foot+pain+steps+zebra&sort=newest' \
    'like=nowhere' 'q=((((((((((((((((((((((((((((((((((((((((foot' 'q=foot+NEAR/900+day'; do
    [ "${asked#like}" != "$asked" ] && route="similar?url=nowhere" || route="search?$asked"
    expect_status 200 "${url}$route"
    jq -r '.notes[]' body | sed 's/"/\&quot;/g' >notes
    [ -s notes ] || fail "$asked: there is no note"
    expect_status 200 -H "$german" "${url}?$asked"
    while read -r note; do
        ! grep -qF "$note" body || fail "$asked: on a German page: $note"
    done <notes
done
expect_status 400 -H "$german" -H 'Accept: text/html' "${url}?q=foot&kind=x"
expect_match body 'Diese Art gibt es nicht'
expect_status 400 -H "$german" -H 'Accept: text/html' "${url}?q=foot&date=x"
expect_match body 'date verlangt ein Datum'
stop_server

# A page that its operator gave a language asks in that one, and then in those of the browser; the page around it,
# and the question, say more.
for lang in en es; do
    start_server index --listen 127.0.0.1:0 --lang "$lang"
    [ "$lang" = en ] && own='Plantar Fasciitis' || own='Fascitis plantar'
    for path in '?' 'answer?'; do
        for accepted in en es fr; do
            [ "$(titled "Accept-Language: $accepted" "${path}q=plantar+fascitis")" = "$own" ] ||
                fail "the language of the page ($lang) does not count before $accepted"
        done
        [ "$(titled "Accept-Language: $lang" "${path}q=plantar+fascitis&prefer_lang=en")" = 'Plantar Fasciitis' ] ||
            fail "what the page around it says does not count"
        [ "$(titled "Accept-Language: $lang" "${path}q=que+ayuda+con+la+fascitis+plantar")" = 'Fascitis plantar' ] ||
            fail "the words of the question do not count on a page in $lang"
    done
    stop_server
done
start_server index --listen 127.0.0.1:0 --lang de
[ "$(titled 'Accept-Language: en' '?q=plantar+fascitis')" = 'Plantar Fasciitis' ] ||
    fail "the languages of the browser do not count where the site has none of the page's"
stop_server
