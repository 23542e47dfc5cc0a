#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <time.h>

#include <cmocka.h>

#include "core/arena.h"
#include "core/buffer.h"
#include "core/view.h"
#include "indexer/article/article_read.h"
#include "indexer/html/tree.h"

/* Each page is read at two sizes, the greater four times the other.  A loop within a
   loop would take sixteen times as long.  The smaller one is large enough for what is
   compared up to a bound, such as the text around a fragment, to reach it. */

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
enum { SMALL = 32 * 1024, LARGE = 256 * 1024 };
#else
enum { SMALL = 32 * 1024, LARGE = 1024 * 1024 };
#endif
enum { TIMES = 4, MAX_RATIO = 9, TRIES = 6 };
static const double LIMIT = 30e-6; /* seconds for a byte, whatever it is */

struct growth {
    const char *name;
    const char *before;  /* of the body */
    const char *piece;   /* which is repeated; # stands for its number */
    const char *between; /* after all pieces */
    const char *again;   /* repeated as often after that, or NULL */
    const char *head;    /* repeated in the head instead of the body */
    bool is_large;       /* what it costs shows in large pages alone */
};

static const struct growth GROWTHS[] = {
    { .name = "attributes", .before = "<p", .piece = " a#=b", .between = ">" },
    { .name = "attributes without spaces",
            .before = "<p ",
            .piece = "a#='b'",
            .between = ">" },
    { .name = "attributes of an end tag",
            .before = "<p>x</p",
            .piece = " a#=b",
            .between = ">" },
    { .name = "attributes of one name",
            .before = "<p",
            .piece = " a=b#",
            .between = ">" },
    { .name = "attributes of an open tag", .before = "<p", .piece = " a#=b" },
    { .name = "attributes of body tags", .piece = "<body a#=b>", .is_large = true },
    { .name = "attributes of html tags", .piece = "<html a#=b>", .is_large = true },
    { .name = "attributes of elements", .piece = "<p a#=b>x</p>", .is_large = true },
    { .name = "a long attribute",
            .before = "<p ",
            .piece = "abcdefgh#",
            .between = ">x" },
    { .name = "entities of names", .piece = "&knee#; ", .is_large = true },
    { .name = "parameters", .piece = "<a href=\"?x=1&knee#=2\">x</a>" },
    { .name = "instructions", .piece = "<?knee# x?>", .is_large = true },
    { .name = "nested",
            .piece = "<div>",
            .between = "The knee bends.",
            .again = "</div>" },
    { .name = "nested with text",
            .piece = "<div>Bend the knee #. ",
            .between = "",
            .again = "</div>" },
    { .name = "unclosed", .piece = "<b><i>knee # " },
    { .name = "unclosed links", .piece = "<p><em>knee <a href=\"x#\">word " },
    { .name = "unclosed lists", .piece = "<ul><li>knee # bends" },
    { .name = "unclosed tables", .piece = "<table><tr><td>knee # bends" },
    { .name = "closing tags", .piece = "</div></p></article></em>" },
    { .name = "misnested", .piece = "<p><b><i>knee</b>bends #</i></p>" },
    { .name = "siblings", .piece = "<div>The knee # bends.</div>" },
    { .name = "paragraphs",
            .piece = "<p>The knee # bends well in the morning, and it is not stiff or "
                     "sore at all.</p>" },
    { .name = "empty elements", .piece = "<p></p><br><hr><span></span>" },
    { .name = "headings", .piece = "<h2>Knee #</h2>" },
    { .name = "headings with text",
            .piece = "<h3 id=k#>Knee #</h3><p>It bends # times a day and more.</p>" },
    { .name = "headings of a line", .piece = "<h1>Frozen shoulder</h1>" },
    { .name = "links", .piece = "<a href=\"/page/#\">Knee #</a> " },
    { .name = "links in items",
            .piece = "<li><a href=\"/page/#\">Knee # and what helps</a></li>" },
    { .name = "items",
            .before = "<ul>",
            .piece = "<li>Bend the knee # times",
            .between = "</ul>" },
    { .name = "definitions",
            .before = "<dl>",
            .piece = "<dt>Knee #<dd>What bends # times.",
            .between = "</dl>" },
    { .name = "rows",
            .before = "<table>",
            .piece = "<tr><td>Knee #<td>bends<td>#</tr>",
            .between = "</table>" },
    { .name = "cells",
            .before = "<table><tr>",
            .piece = "<td>knee #</td>",
            .between = "</tr></table>" },
    { .name = "colspans",
            .before = "<table>",
            .piece = "<tr><td colspan=1000000 rowspan=65534>Knee #</tr>",
            .between = "</table>" },
    { .name = "tables", .piece = "<table><tr><th>Knee<td>bends #</table>" },
    { .name = "entities", .piece = "&amp;&#x41;&nosuch;&eacute;&" },
    { .name = "ampersands", .piece = "&" },
    { .name = "less-thans", .piece = "<" },
    { .name = "open tags", .piece = "<p " },
    { .name = "open comments", .piece = "<!--" },
    { .name = "open declarations", .piece = "<!x" },
    { .name = "open instructions", .piece = "<?x " },
    { .name = "open sections", .piece = "<![CDATA[" },
    { .name = "comments", .piece = "<!-- knee # --><!--noindex-->" },
    { .name = "a comment", .before = "<!--", .piece = " - knee -- ", .between = "-->" },
    { .name = "scripts", .piece = "<script>if (a < b) \"</p>\" + #</script>" },
    { .name = "a script",
            .before = "<script>",
            .piece = "a < b; '</p>' </b/;\n",
            .between = "</script>" },
    { .name = "an open script", .before = "<script>", .piece = "a < b; '</p>';\n" },
    { .name = "open scripts", .piece = "<script>a </script" },
    { .name = "styles", .piece = "<style>p# { color: red }</style>" },
    { .name = "templates",
            .piece = "<template><p>x#</template><noscript><p>y</noscript>" },
    { .name = "metas", .head = "<meta name=\"keywords#\" content=\"knee #\">" },
    { .name = "metas of authors",
            .head = "<meta name=author content=\"Ann Smith #\"><meta "
                    "property=article:author content=\"Bob Jones #\">" },
    { .name = "metas of dates",
            .head = "<meta name=date content=\"2020-01-01\"><meta "
                    "property=article:published_time content=\"2021-02-03\">" },
    { .name = "titles", .head = "<title>Knee #</title>" },
    { .name = "metas of titles",
            .head = "<meta property=og:title content=\"Knee pain # | Clinic\">" },
    { .name = "open titles", .head = "<title>x" },
    { .name = "link elements",
            .head = "<link rel=\"canonical\" href=\"https://c.example/#\"><link "
                    "rel=alternate href=/#>" },
    { .name = "JSON-LD scripts",
            .head = "<script "
                    "type=\"application/"
                    "ld+json\">{\"@type\":\"Article\",\"headline\":\"Knee "
                    "#\",\"author\":{\"name\":\"Ann Smith #\"}}</script>" },
    { .name = "JSON-LD items",
            .before = "<script type=\"application/ld+json\">[0",
            .piece = ",{\"@type\":\"Article\",\"headline\":\"Knee "
                     "#\",\"author\":{\"@id\":\"#a#\"}}",
            .between = "]</script>" },
    { .name = "JSON-LD graph",
            .before =
                    "<script "
                    "type=\"application/ld+json\">{\"@graph\":[{\"@type\":\"WebPage\"}",
            .piece = ",{\"@type\":\"Person\",\"@id\":\"p#\",\"name\":\"Ann "
                     "#\"},{\"@type\":\"Article\",\"author\":{\"@id\":\"p#\"}}",
            .between = "]}</script>" },
    { .name = "JSON-LD authors",
            .before = "<script "
                      "type=\"application/"
                      "ld+json\">{\"@type\":\"Article\",\"headline\":\"Knee\","
                      "\"author\":[\"x\"",
            .piece = ",{\"@type\":\"Person\",\"name\":\"Ann Smith #\"}",
            .between = "]}</script>" },
    { .name = "JSON-LD nested",
            .before = "<script type=\"application/ld+json\">",
            .piece = "{\"author\":",
            .between = "1",
            .again = "}" },
    { .name = "JSON-LD broken",
            .before = "<script type=\"application/ld+json\">[",
            .piece = "{\"headline\":\"Knee\n#\" \"x\":[}," },
    { .name = "JSON-LD strings",
            .before = "<script "
                      "type=\"application/"
                      "ld+json\">{\"@type\":\"Article\",\"headline\":\"",
            .piece = "\\u0041\\\"knee\\n",
            .between = "\"}</script>" },
    { .name = "JSON-LD text",
            .before = "<script "
                      "type=\"application/"
                      "ld+json\">{\"@type\":\"Article\",\"headline\":\"Knee\","
                      "\"articleBody\":\"",
            .piece = "The knee # bends. <p>And &amp;amp; it is sore.",
            .between = "\"}</script>" },
    { .name = "JSON-LD keys",
            .before = "<script type=\"application/ld+json\">{\"@type\":\"Article\"",
            .piece = ",\"k#\":#",
            .between = "}</script>" },
    { .name = "microdata",
            .piece = "<div itemscope itemtype=\"http://schema.org/Article\"><span "
                     "itemprop=headline>Knee #</span><span itemprop=author>Ann "
                     "#</span></div>" },
    { .name = "microdata nested",
            .piece = "<div itemscope itemtype=\"http://schema.org/Article\"><span "
                     "itemprop=name>Knee #</span>",
            .again = "</div>" },
    { .name = "microdata items",
            .before = "<div itemscope itemtype=\"http://schema.org/Article\">",
            .piece = "<span itemprop=author>Ann Smith #</span><meta "
                     "itemprop=datePublished content=2020-01-02>",
            .between = "</div>" },
    { .name = "bylines",
            .piece = "<p class=byline>By Ann Smith #</p><span rel=author>Bob "
                     "Jones</span>" },
    { .name = "byline of many",
            .before = "<p class=byline>By ",
            .piece = "Ann Smith#, Bob Jones and ",
            .between = "x</p>" },
    { .name = "dates",
            .piece = "<time datetime=2020-01-02>2 January 2020</time> Updated: 3 March "
                     "2021 " },
    { .name = "classes",
            .before = "<p class=\"",
            .piece = "c# ",
            .between = "\">The knee.</p>" },
    { .name = "a class",
            .before = "<p class=\"",
            .piece = "sidebar-menu-",
            .between = "\">The knee.</p>" },
    { .name = "elements of classes",
            .piece = "<div class=\"c# d# menu e#\" id=\"i#\">Knee #</div>" },
    { .name = "a word", .before = "<p>", .piece = "a" },
    { .name = "a word with hyphens", .before = "<p>", .piece = "a-" },
    { .name = "a word with points", .before = "<p>", .piece = "A." },
    { .name = "a word with apostrophes", .before = "<p>", .piece = "a'" },
    { .name = "long words",
            .piece = "<p>"
                     "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijklm"
                     "nopqrstuvwxyzabcdefghijklmnopqrstuvwxyz#" },
    { .name = "digits", .before = "<p>", .piece = "1" },
    { .name = "marks", .before = "<p>a", .piece = "\xCC\x81\xCC\xA3" },
    { .name = "ideographs", .before = "<p>", .piece = "\xE8\x86\x9D\xE7\x97\x9B" },
    { .name = "signs", .before = "<p>", .piece = ". , ; ! ? ( ) \" ' - " },
    { .name = "parentheses", .before = "<p>", .piece = "(knee " },
    { .name = "quotes", .before = "<p>", .piece = "\xE2\x80\x9Cknee " },
    { .name = "sentences", .before = "<p>", .piece = "The knee bends. " },
    { .name = "short sentences", .before = "<p>", .piece = "E. g. Dr. " },
    { .name = "same words", .before = "<p>", .piece = "knee " },
    { .name = "new words", .before = "<p>", .piece = "knee# " },
    { .name = "spaces", .before = "<p>x", .piece = "  \t\n", .between = "y" },
    { .name = "breaks", .before = "<p>", .piece = "knee<br>" },
    { .name = "repeated blocks",
            .piece = "<p>The knee is stiff in the morning, and a short walk helps most "
                     "people.</p>" },
    { .name = "repeated sections",
            .piece = "<section><h2>Knee</h2><p>The knee is stiff in the morning, and a "
                     "short walk helps.</p></section>" },
    { .name = "nearly repeated blocks",
            .before = "",
            .piece = "<p>The knee # is stiff in the morning, and a short walk helps "
                     "most people.</p>" },
    { .name = "ids",
            .piece = "<p id=\"same\">The knee # bends.</p><a name=\"n#\"></a>" },
    { .name = "anchors",
            .piece = "<h2 id=\"i#\"></h2><a id=\"a#\" href=\"#i#\">Knee</a>" },
    { .name = "labels",
            .piece = "<label for=\"i#\">Knee</label><input id=\"i#\" "
                     "aria-labelledby=\"x# y#\"><div aria-describedby=i#>Bends</div>" },
    { .name = "texts", .piece = "knee<wbr>" },
    { .name = "inline elements", .before = "<p>", .piece = "<b>knee</b> <i>#</i> " },
    { .name = "inline letters", .before = "<p>", .piece = "<b>k</b>" },
    { .name = "forms",
            .piece = "<form><input name=x#><select><option>Knee "
                     "#<option>Hip</select><textarea>#</textarea></form>" },
    { .name = "options", .before = "<select>", .piece = "<option>Knee #" },
    { .name = "images", .piece = "<img src=\"i#.png\" alt=\"A knee that bends #\">" },
    { .name = "figures",
            .piece = "<figure><img src=i#.png><figcaption>Knee "
                     "#</figcaption></figure>" },
    { .name = "frames", .piece = "<iframe src=x#></iframe><object><embed></object>" },
    { .name = "pictures", .piece = "<svg><path d=\"M#\"/><text>x</text></svg>" },
    { .name = "formulas", .piece = "<math><mi>x</mi></math>" },
    { .name = "framesets", .piece = "<frameset><frame src=x#>" },
    { .name = "details",
            .piece = "<details><summary>Knee #?</summary><p>It bends.</p></details>" },
    { .name = "questions",
            .piece = "<h3>Does the knee # bend?</h3><p>Yes, it does.</p>" },
    { .name = "articles",
            .piece = "<article><h2>Knee #</h2><p>It bends well in the "
                     "morning.</p></article>" },
    { .name = "quotations",
            .piece = "<blockquote><p>Knee #</p><cite>Ann</cite></blockquote>" },
    { .name = "code", .before = "<pre>", .piece = "knee #\n", .between = "</pre>" },
    { .name = "hidden",
            .piece = "<p hidden style=\"display:none\" aria-hidden=true>Knee #</p>" },
    { .name = "styles of elements",
            .before = "<p style=\"",
            .piece = "color: red; ",
            .between = "\">Knee</p>" },
    { .name = "bodies", .piece = "<body class=x#><head><html>" },
    { .name = "ill-formed bytes", .before = "<p>", .piece = "\xC3( \xF0\x9F knee " },
    { .name = "base elements", .piece = "<base href=\"https://c.example/#/\">" },
    { .name = "doctypes", .piece = "<!doctype html>" },
    { .name = "prefixes", .piece = "<a:b:c d:e=f#>x</a:b:c>" },
    { .name = "element names", .piece = "<x#>knee</x#>", .is_large = true },
    { .name = "a long name", .before = "<x", .piece = "abc", .between = ">" },
    { .name = "an attribute",
            .before = "<p data-x=\"",
            .piece = "abc &amp; d ",
            .between = "\">" },
    { .name = "an address",
            .before = "<a href=\"",
            .piece = "a/../",
            .between = "\">Knee</a>" },
};

static struct buffer html;
static struct arena arena;

static void add(const char *piece, unsigned number)
{
    for (const char *at = piece; *at != '\0'; at++) {
        if (*at == '#')
            buffer_append_format(&html, "%u", number);
        else
            buffer_append_byte(&html, *at);
    }
}

static void add_up_to(const char *piece, size_t size, unsigned *count)
{
    for (*count = 0; html.size < size && !html.failed; *count += 1)
        add(piece, *count);
}

static void make(const struct growth *growth, size_t size)
{
    unsigned count = 0;

    buffer_clear(&html);
    buffer_append_string(&html, "<!doctype html><html><head><title>Knee</title>");
    if (growth->head != NULL)
        add_up_to(growth->head, size, &count);
    buffer_append_string(&html,
            "</head><body><article><h1>Knee</h1><p>The knee is stiff in the morning, "
            "and a short walk helps most people.</p>");
    if (growth->before != NULL)
        buffer_append_string(&html, growth->before);
    if (growth->piece != NULL)
        add_up_to(growth->piece, growth->again == NULL ? size : size / 2, &count);
    if (growth->between != NULL)
        buffer_append_string(&html, growth->between);
    for (unsigned i = 0; growth->again != NULL && i < count; i++)
        add(growth->again, i);
}

static double processor_seconds(void)
{
    struct timespec now;

    (void)clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static double time_of(const struct growth *growth, size_t size)
{
    const struct page_origin origin = { .url = PALPATE_VIEW("https://c.example/x") };
    struct article article;

    make(growth, size);
    assert_false(html.failed);
    arena_clear(&arena);
    double start = processor_seconds();
    assert_int_equal(article_read(&article, &arena, buffer_view(&html), &origin, NULL),
            PALPATE_OK);
    return processor_seconds() - start;
}

/* The least of several tries: what else the machine does only adds to a time. */
static bool grows_in_proportion(const struct growth *growth)
{
    size_t size = growth->is_large ? LARGE : SMALL;
    double small = 1e9;
    double large = 1e9;

    for (int i = 0; i < TRIES; i++) {
        double now = time_of(growth, size);
        small = now < small ? now : small;
        now = time_of(growth, size * TIMES);
        large = now < large ? now : large;
        if (large < small * MAX_RATIO + 0.005 && large < LIMIT * (double)(size * TIMES))
            return true;
    }
    print_error("%s: %.1f ms for %zu bytes, %.1f ms for %d times as many\n",
            growth->name, small * 1e3, size, large * 1e3, TIMES);
    return false;
}

static void a_page_takes_time_in_proportion_to_its_size(void **state)
{
    size_t failures = 0;

    (void)state;
    for (size_t i = 0; i < sizeof GROWTHS / sizeof *GROWTHS; i++)
        failures += !grows_in_proportion(&GROWTHS[i]);
    assert_int_equal(failures, 0);
}

static int set_up(void **state)
{
    (void)state;
    tree_library_init();
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    arena_free(&arena);
    buffer_free(&html);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_page_takes_time_in_proportion_to_its_size),
    };

    return cmocka_run_group_tests(tests, set_up, tear_down);
}
