# Pages that are no articles are left out, named as what they are, and stand for no other.
. "$PALPATE_PROGRAM_TESTS/lib.sh"

# stub FILE HEAD [BODY]: a page with this in its head.
stub()
{
    mkdir -p "$(dirname "$1")"
    printf '<!DOCTYPE html><html lang="en"><head><title>%s</title>%s</head><body>%s</body></html>\n' \
        "${4-Page moved}" "$2" "${3-<p>This page has moved to <a href=\"/sciatica/\">its new place</a>.</p>}" >"$1"
}
expect_left_out()
{
    expect_match err "$1: left out: it $2"
}
mkdir -p site/sciatica
page site/sciatica/index.html "Sciatica" \
    "Sciatica is pain that runs from the buttock down the leg, often below the knee." \
    "Most people are better within three months, and keep moving until then."
sed -i 's|<head>|<head><link rel="canonical" href="https://hillside.example/sciatica/">|' site/sciatica/index.html
canonical='<link rel="canonical" href="https://hillside.example/sciatica/">'

# What sends its readers on at once, however it does it.
stub site/a-old/index.html "<meta http-equiv=\"refresh\" content=\"0; url=https://hillside.example/sciatica/\">$canonical"
stub site/b1.html "<meta http-equiv=\"Refresh\" content=\"0;URL='/sciatica/'\">$canonical"
stub site/b2.html "<meta content=\"3,/sciatica/\" http-equiv=refresh>$canonical" "<p>Sciatica is at another place now, and we look forward to meeting you there.</p>" Sciatica
stub site/b3.html "<script>window.location.replace(\"/sciatica/\");</script>$canonical" ""
stub site/b4.html "$canonical" "<script>document.location.href = '/sciatica/'</script><p>Wait a moment, please.</p>" Sciatica
stub site/b5.html "$canonical<script>setTimeout(function () { location = '/sciatica/' }, 10)</script>"
stub site/b6.html "$canonical"
stub site/b7.html "$canonical" "<h1>301 Moved Permanently</h1><p>The document has moved <a href=\"/sciatica/\">here</a>.</p>" "301 Moved Permanently"
stub site/b8.html "$canonical" "<p>Redirecting to <a href=\"/sciatica/\">/sciatica/</a></p>" "Redirecting&hellip;"
stub site/sciatica.html "<meta http-equiv=\"refresh\" content=\"0; url=sciatica/\">$canonical"
# Feeds, maps, data, errors and what came with a program.
mkdir -p site/feed site/atom site/map site/json site/e4 site/wp-content/plugins/forms site/404x
printf '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>Hillside</title><item><title>Neck</title><description><![CDATA[Pain in the neck often settles within some weeks when you keep moving.]]></description></item></channel></rss>' >site/feed/index.html
printf '\357\273\277<?xml version="1.0"?>\n<!-- made --><feed xmlns="http://www.w3.org/2005/Atom"><title>Hillside</title><entry><summary>Pain in the neck often settles within some weeks when you keep moving.</summary></entry></feed>' >site/atom/index.html
printf '<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><item><description>Pain in the neck often settles within some weeks.</description></item></rdf:RDF>' >site/atom/old.html
printf '<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>https://hillside.example/neck/</loc></url></urlset>' >site/map/index.html
printf '{"name": "Hillside", "description": "Pain in the neck often settles within some weeks when you keep moving."}' >site/json/index.html
page site/404.html "Hillside Clinic" "It looks like nothing was found at this place. Try a search for neck pain and other pains."
page site/e4/lost.html "Page not found - Hillside Clinic" "The page that you want to see about neck pain may have gone, so try the list of all pages."
page site/e4/marked.html "Hillside" "Try one of these articles on neck pain, on back pain or on the pain in the heel."
sed -i 's/<body>/<body class="error404 wp-custom">/' site/e4/marked.html
page site/wp-content/plugins/forms/readme.html "Forms" "Forms is the easiest way to ask patients about neck pain, and it takes one minute to set up."
page site/readme.html "WordPress &rsaquo; ReadMe" "Thank you for installing it. Neck pain comes from sitting in front of it for long."

for base in "" "--base-url https://hillside.example/"; do
    rm -rf index
    # shellcheck disable=SC2086
    expect_exit 0 "$PALPATE_INDEX" $base index site --verbose
    for name in a-old/index b1 b2 b3 b4 b5 b6 b7 b8 sciatica; do
        expect_left_out "$name.html" "is not an article, it sends readers on"
    done
    for name in feed/index atom/index atom/old map/index; do
        expect_left_out "$name.html" "is not a page, but a feed"
    done
    expect_left_out json/index.html "is not a page, but data"
    for name in 404 e4/lost e4/marked; do
        expect_left_out "$name.html" "is not an article, it says that a page was not found"
    done
    expect_left_out forms/readme.html "is part of a program"
    expect_left_out readme.html "is part of a program"
    expect_match err ", 20 not articles$"
    expect_match err "index: 1 page,"
    expect_exit 0 "$PALPATE_QUERY" --format tsv index sciatica
    expect_match out "https://hillside.example/sciatica/"
done
expect_exit 0 "$PALPATE_INDEX" index site
expect_match err "^0 pages read, 21 unchanged"

# What is like them is an article all the same: a page that loads itself again, is only sent
# on without scripts or by a button, speaks of moving, or is number 404.
mkdir good good/404 good/story good/node
text="Keep the sore shoulder moving within comfort, for a joint that rests for weeks grows stiff, and that takes months to undo."
article()
{
    page "$1" "${2-A sore shoulder}" "$text This is what $1 says of it." "$text And $1 says it again in other words."
}
article good/again.html
sed -i 's|<head>|<head><meta http-equiv="refresh" content="300">|' good/again.html
article good/itself.html
sed -i 's|<head>|<head><meta http-equiv="refresh" content="1; url=itself.html?fresh=1">|' good/itself.html
article good/story/index.html
sed -i 's|<head>|<head><meta http-equiv="refresh" content="1; url=/story/">|' good/story/index.html
article good/noscript.html
sed -i 's|<head>|<head><noscript><meta http-equiv="refresh" content="0; url=/plain.html"></noscript>|' good/noscript.html
article good/button.html
sed -i 's|</body>|<script>function go() { window.location.href = "/booking/"; }</script></body>|' good/button.html
article good/disc.html "My disc has moved: what now?"
article good/node/404.html "Shoulders, part 404"
article good/named.html "Not found by others: frozen shoulders"
article good/rss.html "What RSS stands for"
for base in "" "--base-url https://hillside.example/"; do
    rm -rf index
    # shellcheck disable=SC2086
    expect_exit 0 "$PALPATE_INDEX" $base index good
    expect_match err "index: 9 pages,"
done

# A page that becomes one, or is one no longer, is taken out or in.
stub good/disc.html '<meta http-equiv="refresh" content="0; url=/story/">'
expect_exit 0 "$PALPATE_INDEX" index good
expect_match err "index: 8 pages,"
article good/disc.html "My disc has moved: what now?"
expect_exit 0 "$PALPATE_INDEX" index good
expect_match err "index: 9 pages,"

# A picture's page that WordPress makes has only the text that is the picture's own.
# picture FILE TEXT: such a page, with a teaser of another article and a footer around it.
picture()
{
    cat >"$1" <<PAGE
<!DOCTYPE html><html lang="en-US"><head><title>neck-stretch-poster &#8211; Hillside Clinic</title></head>
<body class="attachment attachment-template-default single single-attachment postid-46">
<div id="content"><article id="post-46" class="post-46 $3 hentry">
<h1 class="entry-title">neck-stretch-poster</h1><div class="entry-meta">editor, November 15, 2021, 1 min read</div>
<div class="entry-content"><p class="attachment"><a href="/poster.png"><img src="/poster.png" alt=""></a></p>$2</div>
<div class="author-box"><h4>editor</h4><a href="/author/editor/">View all posts</a></div></article>
<div class="related"><h4>You may also like</h4><article class="post-44 post type-post hentry"><h2><a href="/sleep/">Sleep and Pain Go Hand in Hand</a></h2>
<div class="entry-content"><p>People who sleep badly hurt more on the next day, but that is only one half of the story. When it comes to backs, many who hurt in the evening also lie awake at night and...</p></div></article></div></div>
<aside><ul><li>Opening hours of all our clinics in the town and in the villages around it</li></ul></aside>
<footer><p>Hillside Clinic, 4 Mill Lane, where people who sleep badly are welcome every day of the week.</p></footer></body></html>
PAGE
}
mkdir pictures
picture pictures/marked.html "" "attachment type-attachment"
picture pictures/plain.html "" "some-theme"
picture pictures/said.html "<p>Hold each stretch of the poster for twenty seconds, three times a day, and stop when the arm tingles.</p>" type-attachment
expect_exit 0 "$PALPATE_INDEX" pictures.index pictures
expect_match err "marked.html: left out: no article text"
expect_match err "plain.html: left out: no article text"
expect_exit 1 "$PALPATE_QUERY" pictures.index sleep OR hurt OR welcome OR opening
expect_exit 0 "$PALPATE_QUERY" pictures.index twenty seconds

# One of a kind is counted as one.
mkdir one
cp site/readme.html one/readme.html
page one/knee.html "Knee pain" "Knee pain after running often settles with rest over some weeks."
expect_exit 0 "$PALPATE_INDEX" single one
expect_match err "^2 pages read, 1 added, 1 not an article$"
