#include "server/page_template.h"

#include <string.h>

#include "server/page_topics.h"

static const char START[] = "<!--palpate:";
static const char END[] = "-->";

static palpate_view view_of(const char *words)
{
    return (palpate_view){ words, strlen(words) };
}

void page_name(struct text *text, const struct options *options, enum phrase otherwise)
{
    if (options->title != NULL)
        text_add_escaped(text, view_of(options->title));
    else
        text_say(text, otherwise);
}

static void add_asked(struct text *text, const struct page_marks *marks)
{
    if (!marks->is_asked)
        return;
    if (marks->query.size > 0)
        text_add_escaped(text, marks->query);
    else
        text_say(text, SAY_SIMILAR);
    text_add_string(text, " – ");
}

/* The logo, or the word for it, that leads home. */
static void add_home(struct text *text, const struct page_marks *marks)
{
    const char *home = marks->options->home_url;
    const char *logo = marks->files->logo;

    if (home == NULL && logo == NULL)
        return;
    text_add_string(text, "<p class=\"home\">");
    if (home != NULL) {
        text_add_string(text, "<a href=\"");
        text_add_escaped(text, view_of(home));
        text_add_string(text, "\">");
    }
    if (logo != NULL) {
        text_add_format(text, "<img src=\"%s\" alt=\"", logo);
        if (home != NULL)
            text_say(text, SAY_HOME);
        text_add_string(text, "\">");
    } else {
        text_say(text, SAY_HOME);
    }
    text_add_string(text, home != NULL ? "</a></p>\n" : "</p>\n");
}

static void add_heading(struct text *text, const struct page_marks *marks)
{
    add_home(text, marks);
    text_add_string(text, "<h1><a href=\"?\">");
    page_name(text, marks->options, SAY_TITLE);
    text_add_string(text, "</a></h1>");
}

static void add_style(struct text *text, const struct page_marks *marks)
{
    if (marks->options->style != NULL)
        text_add_string(text, "<link rel=\"stylesheet\" href=\"site.css\">\n");
}

static bool is(palpate_view name, const char *word)
{
    return name.size == strlen(word) && memcmp(name.data, word, name.size) == 0;
}

/* Writes what a mark stands for; nothing for one that nobody knows. */
static void add_mark(
        struct text *text, const struct page_marks *marks, palpate_view name)
{
    enum { SAY = 4 /* "say " */ };

    if (is(name, "asked"))
        add_asked(text, marks);
    else if (is(name, "name"))
        page_name(text, marks->options, SAY_SEARCH);
    else if (is(name, "heading"))
        add_heading(text, marks);
    else if (is(name, "style"))
        add_style(text, marks);
    else if (is(name, "topics"))
        page_topics(text, marks->topics, marks->topics_language);
    else if (is(name, "language"))
        text_add(text, wording_code(text->wording));
    else if (is(name, "query"))
        text_add_escaped(text, marks->query);
    else if (name.size > SAY && memcmp(name.data, "say ", SAY) == 0) {
        enum phrase phrase =
                wording_phrase((palpate_view){ name.data + SAY, name.size - SAY });
        if (phrase != PHRASE_COUNT)
            text_say(text, phrase);
    }
}

/* Writes the page up to its next mark, and steps after that; gives the name of the
   mark, which is empty where there is none any more. */
static palpate_view next_mark(struct text *text, palpate_view *page)
{
    const char *mark = memmem(page->data, page->size, START, sizeof START - 1);
    size_t before = mark == NULL ? page->size : (size_t)(mark - page->data);
    palpate_view rest = { page->data + before, page->size - before };
    const char *end = memmem(rest.data, rest.size, END, sizeof END - 1);

    if (mark == NULL || end == NULL) {
        text_add(text, *page);
        *page = (palpate_view){ page->data + page->size, 0 };
        return *page;
    }
    text_add(text, (palpate_view){ page->data, before });
    size_t size = (size_t)(end - mark);
    *page = (palpate_view){ end + sizeof END - 1, rest.size - size - (sizeof END - 1) };
    return (palpate_view){ mark + sizeof START - 1, size - (sizeof START - 1) };
}

/* Writes `page` up to the mark of the answer, or to its end. */
static palpate_view fill(
        struct text *text, const struct page_marks *marks, palpate_view page)
{
    while (page.size > 0) {
        palpate_view name = next_mark(text, &page);
        if (is(name, "answer"))
            break;
        add_mark(text, marks, name);
    }
    return page;
}

palpate_view page_template_start(struct text *text, const struct page_marks *marks)
{
    return fill(text, marks, page_files_find(marks->files, "index.html")->bytes);
}

void page_template_end(
        struct text *text, const struct page_marks *marks, palpate_view rest)
{
    while (rest.size > 0)
        rest = fill(text, marks, rest);
}
