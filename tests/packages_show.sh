# shellcheck shell=sh disable=SC2034
# Sourced by packages.sh: what a newcomer does with the installed packages, each command shown with what it
# says, as lines that begin with "|", and checked.

# chapter TITLE: begins a chapter of the transcript.
chapter()
{
    printf '| \n| ## %s\n| \n' "$1"
}
# show COMMAND: runs it, and shows it with the first of what it says.  It must succeed.
show()
{
    printf '|     $ %s\n' "$1"
    code=0
    # A pipe that is cut short must not hide a failure.
    bash -o pipefail -c "$1" >/tmp/said 2>&1 || code=$?
    head -n "${SHOWN:-12}" /tmp/said | tr '\t' ' ' | cut -c 1-140 | sed 's/^/|     /'
    [ "$(wc -l </tmp/said)" -le "${SHOWN:-12}" ] || echo "|     ..."
    [ $code = 0 ] || { echo "FAILED with $code: $1"; exit 1; }
}
# says PATTERN: what was shown last has it.
says()
{
    grep -qE -- "$1" /tmp/said || { echo "FAILED: nothing above says $1"; cat /tmp/said; exit 1; }
}

show_sites()
{
    chapter "Index the articles that come with it"
    show 'palpate-index demo /usr/share/palpate/corpus/articles --base-url https://demo.example/ --thesaurus /usr/share/palpate/thesaurus.tsv'
    says ' added'
    show 'palpate-query demo --format tsv --limit 3 fozen sholder'
    says 'frozen'

    chapter "A site of your own: leave pages out, answer a question yourself"
    mkdir -p clinic/drafts
    write()
    {
        printf '<!DOCTYPE html><html lang="en"><title>%s</title><article><h1>%s</h1><p>%s</p>%s</article></html>\n' \
            "$2" "$2" "$3" "${4:-}" >"clinic/$1"
    }
    write knee.html "Knee pain on the stairs" "Going down stairs loads the joint behind the kneecap most. Short bouts of strengthening, three times a week, help." \
        '<p data-palpate-filter="body part: knee">For adults.</p>'
    write hip.html "Hip pain at night" "Lying on the painful side presses on the tendons beside the hip. A pillow between the legs helps." \
        '<p data-palpate-filter="body part: hip">For adults.</p>'
    write hours.html "When we are here" "The clinic is open from Monday to Friday, from eight in the morning to six in the evening."
    write drafts/knee.html "Knee pain, a draft" "This draft about pain of the knee is not for readers yet."
    printf 'pin\tappointment|book a visit\t/hours.html\n' >rules.tsv
    show 'find clinic -name "*.html" | sort'
    show 'cat rules.tsv'
    show "palpate-index index clinic --base-url https://clinic.example/ --exclude 'drafts/' --curation rules.tsv"
    says '^3 pages read'
    show 'palpate-query index --format tsv pain of the knee'
    says 'clinic.example/knee.html'
    ! grep -q draft /tmp/said || { echo "FAILED: a draft is found"; exit 1; }
    show 'palpate-query index appointment'
    says 'hours.html'
    says '[Pp]inned'
    show "palpate-query index --format tsv pain 'filter:\"body part: hip\"'"
    says hip.html
    ! grep -q knee.html /tmp/said || { echo "FAILED: the filter lets others pass"; exit 1; }
}

wait_for()
{
    until curl -sf -o /dev/null "$@"; do
        kill -0 "$server"
        sleep 0.2
    done
}

show_server()
{
    chapter "The clinic's name and colours, and nginx before it"
    echo ':root { --accent: #0a6b5c; }' >clinic.css
    serve='palpate-serve index --listen unix:/run/palpate/socket --trust-proxy --access-log none --public-url http://clinic.example/find/ --allow-origin https://blog.example --title "Harbour clinic" --home-url https://clinic.example/ --style clinic.css --queries questions.log'
    mkdir -p /run/palpate
    printf '|     $ %s &\n' "$serve"
    sh -c "exec $serve" &
    server=$!
    { echo 'user root; pid /tmp/nginx.pid; error_log /tmp/nginx.log; events {} http { access_log off;'
        sed -e '/listen \[::\]/d; /ssl_certificate/d; s/listen 443 ssl http2/listen 127.0.0.1:8081/' /usr/share/doc/palpate/nginx.conf
        echo '}'; } >nginx.conf
    show "nginx -e /tmp/nginx.log -c /tmp/nginx.conf # the locations of /usr/share/doc/palpate/nginx.conf"
    wait_for http://clinic.example:8081/find/healthz
    show "curl -s 'http://clinic.example:8081/find/?q=knee' | grep -oE '<title>[^<]*|href=\"https://clinic.example/[^#\"]*|style[^\"]*css' | sort -u"
    says 'Harbour clinic'
    says 'https://clinic.example/knee.html'
    show 'curl -s http://clinic.example:8081/find/site.css'
    says 0a6b5c

    chapter "The search in the page of another site"
    show "curl -s -D - -o answer.json -H 'Origin: https://blog.example' 'http://clinic.example:8081/find/search?q=knee+pain' | grep -iE '^HTTP|access-control|content-type' | tr -d '\r'"
    says '[Aa]ccess-[Cc]ontrol-[Aa]llow-[Oo]rigin: https://blog.example'
    show "jq -r '.hits[0].url' answer.json"
    says knee.html
    show "curl -s http://clinic.example:8081/find/palpate.js | grep -c 'customElements.define'"
    show "curl -s -D - -o answer.json -H 'Origin: https://other.example' 'http://clinic.example:8081/find/search?q=knee+pain' | grep -ci '^access-control-allow-origin' || true"
    says '^0$'

    chapter "What people look for"
    for client in 2 3 4; do
        for question in 'knee+pain' 'tennis+elbow'; do
            curl -s -o answer.json --interface 127.0.0.$client "http://clinic.example:8081/find/search?q=$question"
        done
    done
    curl -s -o answer.json 'http://clinic.example:8081/find/search?q=jane+doe+knee'
    kill "$(cat /tmp/nginx.pid)" "$server"
    wait "$server" || true
    rm -r /run/palpate # which systemd makes and removes for the unit
    show 'palpate-query --report questions.log'
    says 'knee pain'
    says 'tennis elbow'
    ! grep -q jane /tmp/said || { echo "FAILED: what one person asked is written"; exit 1; }
}

show_examples()
{
    chapter "Build programs with the libraries"
    show "gcc /usr/share/doc/libpalpate-dev/examples/search.c \$(pkg-config --cflags --libs palpate) -o search && ./search demo 'frozen sholder'"
    says 'Frozen shoulder'
    show "gcc /usr/share/doc/libpalpate-dev/examples/bare_xapian.c \$(pkg-config --cflags --libs xapian-c) -o bare_xapian && ./bare_xapian bare 'painful shoulders'"
    says 'painful shoulder'
}
