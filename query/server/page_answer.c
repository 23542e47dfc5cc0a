#include "page_answer.h"

#include <inttypes.h>
#include <string.h>

#include "page_hit.h"

static bool is_kept(const struct argument *argument, const char *other)
{
    return argument->value.size > 0 && !view_is(argument->name, "offset") &&
           !view_is(argument->name, other);
}

/* The address of the same question with another start, or with another value of the
   argument `name`; an empty one leaves it out. */
static void add_address(struct text *text, const struct arguments *arguments,
        const char *name, palpate_view value, uint32_t offset)
{
    const char *before = "?";

    if (value.size > 0) {
        text_add_format(text, "?%s=", name);
        text_add_percent(text, value);
        before = "&amp;";
    }
    for (size_t i = 0; i < arguments->count; i++) {
        const struct argument *argument = &arguments->items[i];
        if (!is_kept(argument, name))
            continue;
        text_add_string(text, before);
        text_add_percent(text, argument->name);
        text_add_string(text, "=");
        text_add_percent(text, argument->value);
        before = "&amp;";
    }
    if (offset > 0)
        text_add_format(text, "%soffset=%" PRIu32, before, offset);
}

static void add_link(
        struct text *text, const struct arguments *arguments, palpate_view words)
{
    text_add_string(text, "<a href=\"");
    add_address(text, arguments, "q", words, 0);
    text_add_string(text, "\" dir=\"auto\">");
    text_add_escaped(text, words);
    text_add_string(text, "</a>");
}

/* A link to the other order. */
static void add_order(struct text *text, const struct question *question,
        const struct arguments *arguments)
{
    bool is_by_date = question->options.sort != PALPATE_SORT_RELEVANCE;

    text_add_string(text, "<p class=\"note\"><a href=\"");
    add_address(text, arguments, "sort",
            is_by_date ? PALPATE_VIEW("relevance") : PALPATE_VIEW("newest"), 0);
    text_add_format(text, "\">%s first</a></p>", is_by_date ? "Best" : "Newest");
}

static void add_summary(struct text *text, const palpate_answer *answer,
        const struct question *question, const struct arguments *arguments)
{
    bool is_passages = question->options.group == PALPATE_GROUP_NONE;

    text_add_format(text,
            "\n<div class=\"head\"><p class=\"summary\">%s%" PRIu64 " %s%s",
            answer->total_is_exact ? "" : "At least ", answer->total,
            is_passages ? "passage" : "article", answer->total == 1 ? "" : "s");
    if (question->options.like.size > 0) {
        text_add_string(text, " about the same as “<bdi>");
        text_add_escaped(text, question->options.like);
        text_add_string(text, "</bdi>”");
    }
    text_add_string(text, "</p>");
    if (answer->hit_count > 1)
        add_order(text, question, arguments);
    text_add_string(text, "</div>\n");
    if (answer->corrected.size > 0) {
        text_add_string(text, "<p class=\"spelling\">Nothing holds “<bdi>");
        text_add_escaped(text, question->asked);
        text_add_string(text, "</bdi>”. This is what was found for ");
        add_link(text, arguments, answer->corrected);
        text_add_string(text, ".</p>\n");
    }
    if (answer->suggestion.size > 0) {
        text_add_string(text, "<p class=\"spelling\">Did you mean ");
        add_link(text, arguments, answer->suggestion);
        text_add_string(text, "?</p>\n");
    }
    for (size_t i = 0; i < answer->note_count; i++) {
        text_add_string(text, "<p class=\"note\">");
        text_add_escaped(text, answer->notes[i]);
        text_add_string(text, "</p>\n");
    }
}

static bool is_filter(const struct argument *argument)
{
    static const char *const FILTERS[] = { "kind", "author", "site", "lang", "date" };
    bool is_one = false;

    for (size_t i = 0; i < sizeof FILTERS / sizeof *FILTERS; i++)
        is_one = is_one || view_is(argument->name, FILTERS[i]);
    return is_one && argument->value.size > 0;
}

static bool has_filters(const struct arguments *arguments)
{
    for (size_t i = 0; i < arguments->count; i++)
        if (is_filter(&arguments->items[i]))
            return true;
    return false;
}

/* What to do where nothing was found. */
static void add_nothing(struct text *text, const struct question *question,
        const struct arguments *arguments)
{
    palpate_view words = question->asked;
    bool is_like = question->options.like.size > 0;

    text_add_string(text, "<section class=\"state\">\n<h2>Nothing found</h2>\n<p>");
    if (is_like) {
        text_add_string(text, "No other article is about the same.");
    } else {
        text_add_string(text, "No article holds “<bdi>");
        text_add_escaped(text, words);
        text_add_string(text, "</bdi>”.");
    }
    text_add_string(text, " You could:</p>\n<ul>\n");
    if (has_filters(arguments)) {
        text_add_string(text, is_like ? "<li><a href=\"?like=" : "<li><a href=\"?q=");
        text_add_percent(text, is_like ? question->options.like : words);
        text_add_string(text, "\">Search all kinds, without filters</a></li>\n");
    }
    text_add_string(text, "<li>use fewer words, or plainer ones;</li>\n"
                          "<li>look at the spelling once more.</li>\n"
                          "</ul>\n</section>\n");
}

void page_problem(struct text *text, const char *detail)
{
    text_add_string(text, "<section class=\"state\">\n<h2>No answer</h2>\n<p>");
    text_add_escaped(text, (palpate_view){ detail, strlen(detail) });
    text_add_string(text, ".</p>\n</section>\n");
}

void page_answer(struct text *text, const palpate_answer *answer,
        const struct question *question, const struct arguments *arguments)
{
    uint64_t next = (uint64_t)question->options.offset + answer->hit_count;

    add_summary(text, answer, question, arguments);
    if (answer->hit_count == 0 && question->options.offset == 0) {
        add_nothing(text, question, arguments);
        return;
    }
    text_add_format(text, "<ol class=\"hits\" start=\"%" PRIu32 "\">\n",
            question->options.offset + 1);
    for (size_t i = 0; i < answer->hit_count; i++)
        page_hit(text, &answer->hits[i]);
    text_add_string(text, "</ol>\n");
    if (answer->hit_count == 0 || (answer->total_is_exact && next >= answer->total) ||
            answer->hit_count < question->options.limit)
        return;
    text_add_string(text, "<p class=\"further\"><a href=\"");
    add_address(text, arguments, "", (palpate_view){ "", 0 }, (uint32_t)next);
    text_add_string(text, "\" rel=\"next\">More articles</a></p>\n");
}
