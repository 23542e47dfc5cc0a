# PDFs are pages: passages with title, headings and a link to the page of the PDF; bad ones are said in one
# line each, and the run goes on.
. "$PALPATE_PROGRAM_TESTS/lib.sh"
reader="$(dirname "$PALPATE_INDEX")/../libexec/palpate/palpate-pdf"
[ -x "$reader" ] || exit 77

# pdf FILE: makes one of the lines on standard input.
pdf()
{
    awk -f "$PALPATE_PROGRAM_TESTS/pdf_make.awk" >"$1"
}

mkdir site
page site/index.html "Dolphin" "A page beside the leaflets speaks of the elbow and of a dolphinword."
pdf site/shoulder.pdf <<'TEXT'
TITLE leaflet_v3_final.docx
9 1 60 820 Harbour clinic
20 1 60 780 Frozen shoulder
11 1 60 740 A leaflet about the capsule of the shoulder, which gets tight and
11 1 60 726 painful, and of an apricotword that explains how long that takes be-
11 1 60 712 fore it gets better by itself.
14 2 60 680 Exercises to try at home
11 1 60 660 - Swing the arm as a pendulum with a banjoword.
11 1 60 646 - Slide the hand along a table while you breathe, and let
11 1 72 632 go of the shoulder again.
9 1 280 30 Page 1 of 2
PAGE
9 1 60 820 Harbour clinic
14 2 60 780 When to see a doctor
11 1 60 760 See a doctor at once if the joint is hot and red, with a cherryword, or
11 1 60 746 if you feel ill.
9 1 280 30 Page 2 of 2
TEXT
expect_exit 0 "$PALPATE_INDEX" index site --base-url https://clinic.example/
expect_match err "^2 pages read, 2 added"
expect_exit 0 "$PALPATE_QUERY" index --format tsv cherryword
expect_match out "https://clinic.example/shoulder.pdf#page=2	.*Frozen shoulder > When to see a doctor"
expect_exit 0 "$PALPATE_QUERY" index --format tsv apricotword
expect_match out "https://clinic.example/shoulder.pdf#page=1	"
expect_match out "takes before it gets better"
expect_exit 0 "$PALPATE_QUERY" index --format json banjoword
expect_match out '"title": ?"Frozen shoulder"'
expect_match out '"modified": ?"2024-05-01"'
finds index dolphinword
lacks index Harbour

# Nothing has changed: nothing is read; another file is.
expect_exit 0 "$PALPATE_INDEX" index
expect_match err "^0 pages read, 2 unchanged"
pdf site/knee.pdf <<'TEXT'
TITLE Knee pain: a guide
12 1 60 740 The knee hurts on stairs, says an engineword of this leaflet of one page.
TEXT
gzip -k site/knee.pdf
mv site/knee.pdf.gz site/packed.pdf.gz
expect_exit 0 "$PALPATE_INDEX" index --add site/knee.pdf
finds index engineword
expect_exit 0 "$PALPATE_INDEX" --extract site/knee.pdf
expect_match out '"title": ?"Knee pain: a guide".*engineword.*"anchor": ?"page=1"'
expect_exit 0 "$PALPATE_INDEX" --extract --explain site/knee.pdf
expect_match out engineword

# Bad ones: a line each, and the rest goes on.
printf '%%PDF-1.4\nnothing of the kind' >site/damaged.pdf
: >site/empty.pdf
head -c 900 site/shoulder.pdf >site/cut.pdf
head -c 20000 /dev/urandom >site/noise.pdf
echo '<p>a page that is called a leaflet, with a figword' >site/named.pdf
expect_exit 1 "$PALPATE_INDEX" index
for file in damaged empty noise named; do
    expect_match err "site/$file.pdf: left out: this PDF is damaged, or is none"
done
[ "$(grep -c 'damaged.pdf' err)" = 1 ] || fail "a PDF that failed has more than one line"
expect_no_match err "Syntax"
finds index apricotword cherryword engineword dolphinword
lacks index figword

# A PDF without text has none; what was read before stays if the file is damaged later.
pdf site/scan.pdf </dev/null
rm site/damaged.pdf site/empty.pdf site/cut.pdf site/noise.pdf site/named.pdf
expect_exit 0 "$PALPATE_INDEX" index
expect_match err "scan.pdf: left out: no article text"
head -c 700 site/knee.pdf >cut
mv cut site/knee.pdf
printf 'x' | dd of=site/knee.pdf bs=1 seek=0 conv=notrunc 2>/dev/null
expect_exit 1 "$PALPATE_INDEX" index
finds index engineword

# Where palpate-pdf is not installed, each is named, and what was read before stays.
mkdir -p bare/bin
cp "$PALPATE_INDEX" bare/bin/palpate-index
pdf site/hip.pdf <<'TEXT'
12 1 60 740 A plumword is only in the leaflet on hips, which is new while nothing reads it.
TEXT
expect_exit 1 env "LD_LIBRARY_PATH=$(dirname "$PALPATE_INDEX")/../lib" bare/bin/palpate-index index
expect_match err "hip.pdf: left out: palpate-pdf, which reads PDFs, is not installed"
finds index engineword apricotword
lacks index plumword
expect_exit 1 "$PALPATE_INDEX" index
finds index plumword
rm site/hip.pdf
expect_exit 1 "$PALPATE_INDEX" index

# What reads PDFs has no descriptor and no secret of who started palpate-index.
mkdir -p bare/libexec/palpate
cat >bare/libexec/palpate/palpate-pdf <<SH
#!/bin/sh
for file in /proc/\$\$/fd/*; do
    [ ! -e "\$file" ] || echo "\${file##*/} \$(readlink "\$file")"
done >>'$PWD/found'
while read -r said; do
    case \$said in SigBlk:* | SigIgn:*) echo "\$said" ;; esac
done </proc/\$\$/status >>'$PWD/found'
env >>'$PWD/found'
echo '<p>A pearword for each leaflet.</p>'
SH
chmod +x bare/libexec/palpate/palpate-pdf
expect_exit 0 sh -c 'trap "" PIPE HUP; exec "$@" 7>left 9<left' sh env SECRET_TOKEN=melonword LANG=C TZ=UTC \
    "LD_LIBRARY_PATH=$(dirname "$PALPATE_INDEX")/../lib" bare/bin/palpate-index other site
finds other pearword
expect_no_match found 'left|melonword|^HOME=|^[3-9] .*(pipe|socket|memfd)'
expect_match found '^LANG=C$'
expect_match found '^TZ=UTC$'
expect_no_match found '^Sig...:.*[1-9a-f]'

# They can be left out, and the index remembers that.
expect_exit 0 "$PALPATE_INDEX" index --filter application/pdf= --allow-delete
lacks index apricotword cherryword
finds index dolphinword
expect_exit 0 "$PALPATE_INDEX" index
lacks index apricotword
expect_exit 2 "$PALPATE_INDEX" third site/shoulder.pdf --filter .pdf=
expect_match err "this is not a page"

# What reads a PDF has given up its rights before it reads the first byte.
if ! grep -q __asan_init "$reader" && ! grep -q __tsan_init "$reader"; then
    mkfifo bytes
    "$reader" <bytes >read 2>&1 &
    exec 3>bytes
    while ! grep -q '^Seccomp:.*2' "/proc/$!/status"; do
        waited=$((${waited-0} + 1))
        [ "$waited" -lt 100000 ] || fail "palpate-pdf is not confined"
    done
    expect_match "/proc/$!/status" '^NoNewPrivs:.1$'
    exec 3>&-
    ! wait $! || fail "nothing is a PDF"
    expect_match read "this PDF is damaged, or is none"
fi
