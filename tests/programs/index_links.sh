# What leaves the folder given as a source is left out unless it is asked for, and what is no
# file is refused and never waited for.
. "$PALPATE_PROGRAM_TESTS/lib.sh"

mkdir site site/deep outside outside/more
text="is stiff and sore in the morning, and slow to move for months on end."
page site/in.html "Inside" "The shoulder insideword $text"
page outside/secret.html "Outside" "The elbow outsideword $text"
page outside/more/far.html "Far" "The wrist farword $text"
printf '{"url":"https://c.example/n","html":"<h1>N</h1><p>The knee streamword %s"}\n' "$text" \
    >outside/n.ndjson
ln -s in.html site/again.html
ln -s ../../outside/secret.html site/deep/out.html
ln -s "$PWD/outside/n.ndjson" site/n.ndjson
ln -s ../site/../outside/secret.html site/round.html
ln -s nowhere site/dangling.html
ln -s loop.html site/loop.html
ln -s ../outside site/folder
ln -s .. site/deep/up
ln -s /etc/passwd site/passwd.html
mkfifo site/pipe.html

# Links out of the folder, to files, streams and folders.
expect_exit 0 patiently "$PALPATE_INDEX" index site
for name in deep/out.html n.ndjson round.html folder passwd.html; do
    expect_match err "site/$name: left out: this link leads out of the folder"
done
expect_match err "site/dangling.html: left out: this link leads nowhere"
expect_match err "site/loop.html: left out: this link leads nowhere"
expect_match err ", 7 links left out"
expect_exit 0 "$PALPATE_QUERY" index insideword
for word in outsideword streamword farword nologin; do
    expect_exit 1 "$PALPATE_QUERY" index $word
done
expect_exit 0 patiently "$PALPATE_INDEX" --quiet quiet site
[ ! -s err ] || fail "--quiet names links"

# A folder that is itself given by a link, and one link for a source, are what was asked for.
ln -s site given
expect_exit 0 "$PALPATE_INDEX" --quiet linked given
expect_exit 0 "$PALPATE_QUERY" linked insideword
ln -s outside/secret.html named.html
expect_exit 0 "$PALPATE_INDEX" named named.html
expect_exit 0 "$PALPATE_QUERY" named outsideword

# Asked for, they are followed, and a circle ends.
ln -s ../../site outside/more/circle
expect_exit 0 patiently "$PALPATE_INDEX" --follow-links all site
expect_match err "site/dangling.html: left out: this link leads nowhere"
for word in insideword outsideword streamword farword; do
    expect_exit 0 "$PALPATE_QUERY" all $word
done

# What is no file, by any name, is refused at once.
mkfifo p.html p.ndjson p.warc p.htm.gz p
for name in p.html p.ndjson p.warc p.htm.gz p; do
    expect_exit 2 patiently "$PALPATE_INDEX" none $name
    expect_match err "$name: this is not a file, but a named pipe"
    echo $name >list
    expect_exit 2 patiently "$PALPATE_INDEX" none --files-from list
    expect_match err "$name: this is not a file, but a named pipe"
    expect_exit 2 patiently "$PALPATE_INDEX" --extract $name
done
expect_exit 2 patiently "$PALPATE_INDEX" none /dev/zero
expect_match err "this is not a file, but a device"
expect_exit 2 patiently "$PALPATE_INDEX" none site --thesaurus p
expect_match err "p: this is not a file, but a named pipe"
expect_exit 2 patiently "$PALPATE_INDEX" none --files-from p
expect_exit 2 patiently "$PALPATE_QUERY" index --queries p
[ ! -e none/XAPIANDB ] || fail "an index was made"

# Pipes that the program is given are read.
cat outside/n.ndjson | expect_exit 0 "$PALPATE_INDEX" piped /dev/stdin
expect_exit 0 "$PALPATE_QUERY" piped streamword
printf 'site/in.html\n' | expect_exit 0 "$PALPATE_INDEX" listed --files-from /dev/stdin
expect_exit 0 "$PALPATE_QUERY" listed insideword
printf 'knee pain\tgonalgia\tsynonym\tx\n' |
    expect_exit 0 "$PALPATE_INDEX" names site/in.html --thesaurus /dev/stdin
expect_exit 0 "$PALPATE_INDEX" names site/in.html --thesaurus /dev/null
