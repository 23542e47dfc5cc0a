# What an operator makes of the page: its name, its way home, its language, its files.
. "$PALPATE_PROGRAM_TESTS/serve_lib.sh"

small_index index
mkdir page
printf '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"/>' >clinic.svg
printf ':root { --accent: #123456; }\n' >clinic.css
printf 'User data' >page/notes.txt
printf 'MZ' >page/program.exe
printf '<!doctype html><title><!--palpate:asked--><!--palpate:name--></title><p>Ours</p><input value="<!--palpate:query-->"><main><!--palpate:answer--></main><!--palpate:unknown--><!--palpate:say nothing-like-this-->' >page/index.html

# Nothing given: English, and no way home.
start_server index --listen 127.0.0.1:0
expect_status 200 "$url"
expect_match body '<html lang="en">'
expect_match body '<h1><a href="[?]">Search the articles</a></h1>'
expect_match body '<title>Search</title>'
expect_no_match body 'palpate:[a-z ]+-->|class="home"|site[.]css'
expect_status 404 "${url}site.css"
cp body english

# The page speaks the language that the browser prefers, answers too, and caches keep them apart.
expect_status 200 -H 'Accept-Language: fr-CH, fr;q=0.9, en;q=0.8' "$url"
expect_match body '<html lang="fr">'
expect_match body '<h1><a href="[?]">Rechercher dans les articles</a></h1>'
expect_header '^vary: .*accept-language'
french=$(tr -d '\r' <head | sed -n 's/^ETag: //p')
expect_status 304 -H 'Accept-Language: fr' -H "If-None-Match: $french" "$url"
expect_status 200 -H 'Accept-Language: de' -H "If-None-Match: $french" "$url"
expect_match body '<button type="submit">Suche</button>'
expect_status 200 -H 'Accept-Language: de' "${url}?q=pain"
expect_match body '<p class="summary">3 Artikel</p>'
# What articles say keeps their own language.
expect_match body '<p class="snippet" dir="auto" lang="en">'
expect_status 200 "${url}?q=pain"
expect_match body '<p class="summary">3 articles</p>'
expect_status 200 -H 'Accept-Language: nl' "${url}answer?q=nothingatall"
expect_match body '<h2>Niets gevonden</h2>'
expect_match body 'Geen artikel bevat “<bdi>nothingatall</bdi>”[.]'
stop_server

# Named, with a logo that leads home, a style, and a language that is fixed.
start_server index --listen 127.0.0.1:0 --title 'Clinic & <Sons>' --home-url 'https://clinic.example/?a=1&b=2' \
    --logo clinic.svg --style clinic.css --lang es
expect_status 200 -H 'Accept-Language: de' "$url"
expect_match body '<html lang="es">'
expect_match body '<title>Clinic &amp; &lt;Sons&gt;</title>'
expect_match body '<h1><a href="[?]">Clinic &amp; &lt;Sons&gt;</a></h1>'
expect_match body '<p class="home"><a href="https://clinic.example/[?]a=1&amp;b=2"><img src="logo.svg" alt="Inicio"></a></p>'
expect_match body '<link rel="stylesheet" href="site.css">'
expect_status 200 "${url}?q=pain"
expect_match body '<title>pain – Clinic &amp; &lt;Sons&gt;</title>'
expect_status 200 "${url}opensearch.xml"
expect_match body '<ShortName>Clinic &amp; &lt;Sons&gt;</ShortName>'
expect_match body '<Description>Clinic &amp; &lt;Sons&gt;</Description>'
expect_status 200 "${url}logo.svg"
expect_header '^content-type: image/svg[+]xml$'
expect_header "^content-security-policy: default-src 'none'"
cmp body clinic.svg
expect_status 200 "${url}site.css"
expect_header '^content-type: text/css; charset=utf-8$'
cmp body clinic.css
stop_server

# Single files are replaced; others stay the program's, and what belongs to no page is not served.
start_server index --listen 127.0.0.1:0 --page page
expect_status 200 "${url}?q=neck"
expect_match body '^<!doctype html><title>neck – Search</title><p>Ours</p><input value="neck"><main>'
expect_match body 'class="hit"'
expect_match body '</main>$'
expect_status 200 "${url}style.css"
expect_match body '--accent'
expect_status 200 "${url}notes.txt"
expect_status 404 "${url}program.exe"
expect_status 404 "${url}index.html"
stop_server

# What cannot be is said before anything is served.
refuses()
{
    pattern=$1
    shift
    code=0
    "$PALPATE_SERVE" index --listen 127.0.0.1:0 "$@" >out 2>err || code=$?
    [ "$code" = 2 ] || fail "$*: exit code $code"
    expect_match err "$pattern"
}
refuses 'clinic[.]png: No such file' --logo clinic.png
refuses 'clinic[.]css: a logo is a picture' --logo clinic.css
refuses 'nowhere: No such file' --page nowhere
refuses '--lang takes en, de, es, fr or nl' --lang klingon
refuses '--home-url takes an http or https address' --home-url 'javascript:alert(1)'
refuses '--home-url takes an http or https address' --home-url '//evil.example/'
printf '<p>no marks</p>' >page/index.html
refuses 'page: its index[.]html lacks' --page page
head -c 5000000 /dev/zero >big.css
refuses 'big[.]css: .* 4 MB' --style big.css
