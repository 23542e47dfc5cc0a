#include "server/question.h"

#include <stdlib.h>
#include <string.h>

#include "server/filter.h"
#include "server/text.h"

enum { MAX_FACETS = 100 };

/* The words under way. */
struct reading {
    struct question *question;
    const struct limits *limits;
    struct text text;
    char *complaint;
    size_t complaint_size;
};

static bool complain(struct reading *reading, const char *sentence)
{
    (void)snprintf(reading->complaint, reading->complaint_size, "%s", sentence);
    return false;
}

static bool read_count(palpate_view value, uint32_t *count)
{
    *count = 0;
    for (size_t i = 0; i < value.size; i++) {
        if (value.data[i] < '0' || value.data[i] > '9' || *count > 1000000)
            return false;
        *count = *count * 10 + (uint32_t)(value.data[i] - '0');
    }
    return value.size > 0;
}

static bool read_limit(struct reading *reading, palpate_view value)
{
    palpate_search_options *options = &reading->question->options;

    if (read_count(value, &options->limit) && options->limit >= 1 &&
            options->limit <= reading->limits->hits)
        return true;
    (void)snprintf(reading->complaint, reading->complaint_size,
            "limit takes a number from 1 to %u", reading->limits->hits);
    return false;
}

static bool read_offset(struct reading *reading, palpate_view value)
{
    return read_count(value, &reading->question->options.offset) ||
           complain(reading, "offset takes a number");
}

static bool read_group(struct reading *reading, palpate_view value)
{
    if (!view_is(value, "none") && !view_is(value, "article"))
        return complain(reading, "group takes article or none");
    reading->question->options.group =
            view_is(value, "none") ? PALPATE_GROUP_NONE : PALPATE_GROUP_ARTICLE;
    return true;
}

static bool read_sort(struct reading *reading, palpate_view value)
{
    static const char *const ORDERS[] = { [PALPATE_SORT_RELEVANCE] = "relevance",
        [PALPATE_SORT_NEWEST] = "newest",
        [PALPATE_SORT_OLDEST] = "oldest" };

    for (size_t i = 0; i < sizeof ORDERS / sizeof *ORDERS; i++) {
        if (view_is(value, ORDERS[i])) {
            reading->question->options.sort = (palpate_sort)i;
            return true;
        }
    }
    return complain(reading, "sort takes relevance, newest or oldest");
}

static bool read_facets(struct reading *reading, palpate_view value)
{
    uint32_t *count = &reading->question->options.facet_values;

    return (read_count(value, count) && *count <= MAX_FACETS) ||
           complain(reading, "facets takes a number of values from 0 to 100");
}

static bool read_switch(
        bool *is_on, struct reading *reading, palpate_view value, const char *complaint)
{
    if (value.size > 0 && !view_is(value, "0") && !view_is(value, "1"))
        return complain(reading, complaint);
    *is_on = view_is(value, "1");
    return true;
}

static bool read_no_expand(struct reading *reading, palpate_view value)
{
    return read_switch(&reading->question->options.no_expand, reading, value,
            "no_expand takes 1 or 0");
}

static bool read_no_correct(struct reading *reading, palpate_view value)
{
    return read_switch(&reading->question->options.no_correct, reading, value,
            "no_correct takes 1 or 0");
}

static bool read_no_curation(struct reading *reading, palpate_view value)
{
    return read_switch(&reading->question->options.no_curation, reading, value,
            "no_curation takes 1 or 0");
}

static bool read_typing(struct reading *reading, palpate_view value)
{
    return read_switch(
            &reading->question->options.typing, reading, value, "typing takes 1 or 0");
}

static bool read_disable(struct reading *reading, palpate_view value)
{
    struct question *question = reading->question;

    question->disabled[question->options.disabled_count++] = value;
    return true;
}

static bool read_languages(struct reading *reading, palpate_view value)
{
    struct question *question = reading->question;

    question->options.languages = languages_read(question->languages, value);
    return question->options.languages.size > 0 ||
           complain(reading, "prefer_lang takes languages such as de,en-gb");
}

/* A filter of the query language; what it does not take is said. */
static bool read_filter(struct reading *reading, const char *name, palpate_view value)
{
    const char *complaint = filter_write(&reading->text, name, value);

    reading->question->filter_count += complaint == NULL;
    return complaint == NULL || complain(reading, complaint);
}

static bool read_argument(struct reading *reading, const struct argument *argument)
{
    static const struct {
        const char *name;
        bool (*read)(struct reading *reading, palpate_view value);
    } ARGUMENTS[] = {
        { "limit", read_limit },
        { "offset", read_offset },
        { "group", read_group },
        { "sort", read_sort },
        { "facets", read_facets },
        { "no_expand", read_no_expand },
        { "no_correct", read_no_correct },
        { "no_curation", read_no_curation },
        { "typing", read_typing },
        { "disable", read_disable },
        { "prefer_lang", read_languages },
    };

    if (argument->value.size == 0)
        return true;
    for (size_t i = 0; i < sizeof ARGUMENTS / sizeof *ARGUMENTS; i++)
        if (view_is(argument->name, ARGUMENTS[i].name))
            return ARGUMENTS[i].read(reading, argument->value);
    for (size_t i = 0; filter_name(i) != NULL; i++)
        if (view_is(argument->name, filter_name(i)))
            return read_filter(reading, filter_name(i), argument->value);
    return true;
}

static bool is_space(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
}

/* Adds words with single spaces between them, and says how many bytes that were. */
static size_t add_spaced(struct text *text, palpate_view words)
{
    size_t added = 0;

    for (size_t i = 0; i < words.size; i++) {
        if (is_space(words.data[i]))
            continue;
        bool follows = added > 0 && is_space(words.data[i - 1]);
        if (follows)
            text_add_string(text, " ");
        text_add(text, (palpate_view){ words.data + i, 1 });
        added += 1 + (size_t)follows;
    }
    return added;
}

bool question_read(struct question *question, palpate_view asked,
        const struct arguments *arguments, const struct limits *limits, char *complaint,
        size_t complaint_size)
{
    struct reading reading = { .question = question,
        .limits = limits,
        .complaint = complaint,
        .complaint_size = complaint_size };
    bool is_sound = true;

    *complaint = '\0';
    *question = (struct question){ .options = { .limit = 10 } };
    if (question->options.limit > limits->hits)
        question->options.limit = limits->hits;
    question->options.disabled = question->disabled;
    text_open(&reading.text);
    for (size_t i = 0; is_sound && i < arguments->count; i++)
        is_sound = read_argument(&reading, &arguments->items[i]);
    size_t asked_size = add_spaced(&reading.text, asked);
    /* The space that ends a word is not kept. */
    question->options.typing &= asked_size > 0 && !is_space(asked.data[asked.size - 1]);
    question->text = text_close(&reading.text, &question->size);
    if (question->text != NULL)
        question->asked = (palpate_view){ question->text + question->size - asked_size,
            asked_size };
    if (is_sound &&
            question->options.offset + question->options.limit > limits->depth) {
        (void)snprintf(complaint, complaint_size,
                "offset and limit reach to the %u-th hit at most", limits->depth);
        is_sound = false;
    }
    return is_sound && question->text != NULL;
}

void question_prefer(struct question *question, palpate_view languages)
{
    if (question->options.languages.size == 0)
        question->options.languages = languages_read(question->languages, languages);
}

void question_free(struct question *question)
{
    if (question != NULL)
        free(question->text);
    free(question);
}

palpate_view question_spelling(const struct question *question, palpate_view spelling)
{
    for (size_t i = 0; i < question->filter_count; i++)
        spelling = filter_skip(spelling);
    return spelling;
}

static int by_bytes(const void *left, const void *right)
{
    const palpate_view *a = left;
    const palpate_view *b = right;
    size_t common = a->size < b->size ? a->size : b->size;
    int order = memcmp(a->data, b->data, common);

    return order != 0 ? order : (a->size > b->size) - (a->size < b->size);
}

/* Values may have any bytes, so that only their sizes tell where they end. */
static void add_counted(struct text *text, palpate_view value)
{
    text_add_format(text, " %zu:", value.size);
    text_add(text, value);
}

char *question_key(const struct question *question, const char *form, size_t *size)
{
    const palpate_search_options *options = &question->options;
    palpate_view disabled[REQUEST_ARGUMENTS];
    struct text text;

    text_open(&text);
    text_add_format(&text, "%s %u %u %d %d %u %d %d %d %d", form, options->offset,
            options->limit, (int)options->group, (int)options->sort,
            options->facet_values, (int)options->no_expand, (int)options->no_correct,
            (int)options->no_curation, (int)options->typing);
    add_counted(&text, options->like);
    add_counted(&text, options->languages);
    add_counted(&text, (palpate_view){ question->text, question->size });
    memcpy(disabled, question->disabled, options->disabled_count * sizeof *disabled);
    qsort(disabled, options->disabled_count, sizeof *disabled, by_bytes);
    for (size_t i = 0; i < options->disabled_count; i++)
        add_counted(&text, disabled[i]);
    return text_close(&text, size);
}
