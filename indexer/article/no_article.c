#include "indexer/article/no_article.h"

#include <string.h>

#include "core/view.h"
#include "core/word_count.h"
#include "indexer/article/sends_on.h"
#include "indexer/html/class_list.h"

enum {
    DELAY_AT_ONCE = 5, /* seconds: nobody reads an article in that time */
    MAX_DELAY = 30,    /* likewise a notice */
    NOTICE_WORDS = 60, /* a text with more is no notice that a page has moved, */
    SCRIPT_WORDS = 25, /* or is shown before a script leads on, */
    ERROR_WORDS = 200, /* or says that a page was not found, */
    NAMED_WORDS = 120  /* even if its file is called so */
};

/* The first element that the parser did not put there itself, or TREE_NONE; `*text` is
   what stands before it. */
static uint32_t first_element(const struct tree *tree, palpate_view *text)
{
    *text = (palpate_view){ NULL, 0 };
    for (uint32_t i = 1; i < tree->count; i++) {
        const struct node *node = &tree->nodes[i];
        if (node->is_text) {
            *text = text->size == 0 ? view_trim(node->text) : *text;
            continue;
        }
        if (node->attributes == NULL &&
                (node->tag == HTML_html || node->tag == HTML_head ||
                        node->tag == HTML_body || node->tag == HTML_p))
            continue;
        return i;
    }
    return TREE_NONE;
}

/* {"name": …} or [{"id": …}]: an answer for programs that was saved as a page. */
static bool is_json(palpate_view text)
{
    if (text.size == 0 || (text.data[0] != '{' && text.data[0] != '['))
        return false;
    text = view_trim(view_slice(text, 1, text.size));
    return text.size > 1 && (text.data[0] == '"' || text.data[0] == '{');
}

enum page_verdict no_article_by_form(const struct tree *tree)
{
    static const struct {
        palpate_view name;
        palpate_view attribute; /* by which it is no word of somebody's own */
    } ROOTS[] = {
        { PALPATE_VIEW_INIT("rss"), PALPATE_VIEW_INIT("version") },
        { PALPATE_VIEW_INIT("feed"), PALPATE_VIEW_INIT("xmlns") },
        { PALPATE_VIEW_INIT("rdf:rdf"), PALPATE_VIEW_INIT("xmlns:rdf") },
        { PALPATE_VIEW_INIT("urlset"), PALPATE_VIEW_INIT("xmlns") },
        { PALPATE_VIEW_INIT("sitemapindex"), PALPATE_VIEW_INIT("xmlns") },
        { PALPATE_VIEW_INIT("opml"), PALPATE_VIEW_INIT("version") },
        { PALPATE_VIEW_INIT("opensearchdescription"), PALPATE_VIEW_INIT("xmlns") },
    };
    palpate_view text;
    uint32_t first = first_element(tree, &text);

    if (is_json(text))
        return PAGE_DATA;
    if (first == TREE_NONE || text.size > 0)
        return PAGE_INDEXED;
    for (size_t i = 0; i < sizeof ROOTS / sizeof *ROOTS; i++)
        if (view_equals_ignoring_case(tree->nodes[first].text, ROOTS[i].name) &&
                node_has_attribute(&tree->nodes[first], ROOTS[i].attribute))
            return PAGE_FEED;
    return PAGE_INDEXED;
}

static bool says_any(palpate_view text, const palpate_view *phrases, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (view_find_ignoring_case(text, phrases[i]) < text.size)
            return true;
    return false;
}

#define WORD(word) PALPATE_VIEW_INIT(word),

static bool says_moved(palpate_view text)
{
    static const palpate_view PHRASES[] = {
#include "words/mul/moved.inc"
    };

    return says_any(text, PHRASES, sizeof PHRASES / sizeof *PHRASES);
}

static bool has_link(const struct tree *tree)
{
    for (uint32_t i = 1; i < tree->count; i++)
        if (!tree->nodes[i].is_text && tree->nodes[i].tag == HTML_a &&
                node_attribute(&tree->nodes[i], PALPATE_VIEW("href")).size > 0)
            return true;
    return false;
}

/* Whether a page only sends its readers on: at once, or with no more than a notice. */
static bool is_moved(
        struct article *article, const struct tree *tree, palpate_view text)
{
    struct sends_on sends = sends_on_find(tree);
    size_t words = word_count(text);
    bool says =
            words <= NOTICE_WORDS && (says_moved(article->title) || says_moved(text));

    article->moved_to = sends.does ? sends.target : (palpate_view){ NULL, 0 };
    if (sends.does && !sends.is_by_script)
        return sends.delay <= DELAY_AT_ONCE ||
               (sends.delay <= MAX_DELAY && words <= NOTICE_WORDS);
    if (sends.does && words <= SCRIPT_WORDS && !sends.is_conditional)
        return true;
    return says && (sends.does || has_link(tree));
}

/* "Page not found" of "Page not found - Hillside Clinic". */
static bool is_error_title(palpate_view title)
{
    static const palpate_view WHOLE[] = {
#include "words/mul/not_found.inc"
    };
    static const palpate_view STARTS[] = {
#include "words/en/not_found_starts.inc"
    };

    for (size_t i = 0; i < sizeof STARTS / sizeof *STARTS; i++)
        if (view_equals_ignoring_case(view_slice(title, 0, STARTS[i].size), STARTS[i]))
            return true;
    for (size_t i = 0; i < sizeof WHOLE / sizeof *WHOLE; i++)
        if (view_equals_ignoring_case(title, WHOLE[i]))
            return true;
    return false;
}

static bool has_error_title(palpate_view title)
{
    static const palpate_view SEPARATORS[] = { PALPATE_VIEW_INIT(" - "),
        PALPATE_VIEW_INIT(" | "), PALPATE_VIEW_INIT(" \xE2\x80\x93 "),
        PALPATE_VIEW_INIT(" \xE2\x80\x94 "), PALPATE_VIEW_INIT(": "),
        PALPATE_VIEW_INIT(" \xC2\xBB "), PALPATE_VIEW_INIT(" \xC2\xB7 ") };

    while (title.size > 0) {
        size_t end = title.size;
        size_t step = 0;
        for (size_t i = 0; i < sizeof SEPARATORS / sizeof *SEPARATORS; i++) {
            size_t at = view_find(title, SEPARATORS[i]);
            step = at < end ? SEPARATORS[i].size : step;
            end = at < end ? at : end;
        }
        if (is_error_title(view_trim(view_slice(title, 0, end))))
            return true;
        title = view_slice(title, end + step, title.size);
    }
    return false;
}

/* WordPress marks the page that it shows where there is none. */
static bool is_marked_error(const struct tree *tree)
{
    uint32_t body = tree_find(tree, 1, tree->count, HTML_body);

    return body != TREE_NONE &&
           node_has_class(&tree->nodes[body], PALPATE_VIEW("error404"));
}

enum page_verdict no_article_by_text(
        struct article *article, const struct tree *tree, palpate_view whole_text)
{
    palpate_view text = article->text.size > 0 ? article->text : whole_text;

    if (is_marked_error(tree) ||
            (has_error_title(article->title) && word_count(text) <= ERROR_WORDS))
        return PAGE_NOT_FOUND;
    return is_moved(article, tree, text) ? PAGE_MOVED : PAGE_INDEXED;
}

/* Folders of programs, whose pages are of their makers and not of the site. */
static bool is_of_program(palpate_view path)
{
    static const palpate_view FOLDERS[] = { PALPATE_VIEW_INIT("wp-content/plugins/"),
        PALPATE_VIEW_INIT("wp-content/mu-plugins/"),
        PALPATE_VIEW_INIT("wp-content/themes/"), PALPATE_VIEW_INIT("wp-includes/"),
        PALPATE_VIEW_INIT("wp-admin/"), PALPATE_VIEW_INIT("node_modules/"),
        PALPATE_VIEW_INIT("bower_components/") };

    for (size_t i = 0; i < sizeof FOLDERS / sizeof *FOLDERS; i++) {
        size_t at = view_find(path, FOLDERS[i]);
        if (at < path.size && (at == 0 || path.data[at - 1] == '/'))
            return true;
    }
    return false;
}

/* "404.html", "404/" or "404/index.html". */
static bool is_named_error(palpate_view path)
{
    static const palpate_view ENDINGS[] = { PALPATE_VIEW_INIT("404.html"),
        PALPATE_VIEW_INIT("404.htm"), PALPATE_VIEW_INIT("404.xhtml"),
        PALPATE_VIEW_INIT("404.html.gz"), PALPATE_VIEW_INIT("404/index.html"),
        PALPATE_VIEW_INIT("404/"), PALPATE_VIEW_INIT("404") };

    for (size_t i = 0; i < sizeof ENDINGS / sizeof *ENDINGS; i++) {
        size_t before = path.size - ENDINGS[i].size;
        if (view_ends_with(path, ENDINGS[i]) &&
                (before == 0 || path.data[before - 1] == '/'))
            return true;
    }
    return false;
}

/* A page may be number 404 of many: its text decides, too. */
static bool says_error(const struct article *article)
{
    static const palpate_view PHRASES[] = { PALPATE_VIEW_INIT("not found"),
        PALPATE_VIEW_INIT("nothing was found"), PALPATE_VIEW_INIT("nothing found"),
        PALPATE_VIEW_INIT("be found"), PALPATE_VIEW_INIT("not exist"),
        PALPATE_VIEW_INIT("n't exist"), PALPATE_VIEW_INIT("n't find"),
        PALPATE_VIEW_INIT("\xE2\x80\x99t find"), PALPATE_VIEW_INIT("oops"),
        PALPATE_VIEW_INIT("looking for"), PALPATE_VIEW_INIT("no longer"),
        PALPATE_VIEW_INIT("404"), PALPATE_VIEW_INIT("nicht gefunden"),
        PALPATE_VIEW_INIT("introuvable"), PALPATE_VIEW_INIT("no encontrad") };
    size_t count = sizeof PHRASES / sizeof *PHRASES;

    return word_count(article->text) <= NAMED_WORDS &&
           (says_any(article->title, PHRASES, count) ||
                   says_any(article->text, PHRASES, count));
}

/* The readme that comes with WordPress lies beside the site's own pages. */
static bool is_readme_of_program(const struct article *article, palpate_view path)
{
    static const palpate_view NAME = PALPATE_VIEW_INIT("readme.html");
    palpate_view end = view_slice(
            path, path.size < NAME.size ? 0 : path.size - NAME.size, NAME.size);

    return view_equals_ignoring_case(end, NAME) &&
           (view_find_ignoring_case(article->title, PALPATE_VIEW("wordpress")) <
                           article->title.size ||
                   view_find_ignoring_case(article->title, PALPATE_VIEW("readme")) <
                           article->title.size);
}

enum page_verdict no_article_by_path(const struct article *article, palpate_view path)
{
    if (is_of_program(path) || is_readme_of_program(article, path))
        return PAGE_PROGRAM;
    return is_named_error(path) && says_error(article) ? PAGE_NOT_FOUND : PAGE_INDEXED;
}
