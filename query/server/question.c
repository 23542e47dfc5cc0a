#include "question.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "text.h"

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

static bool read_no_expand(struct reading *reading, palpate_view value)
{
    if (value.size > 0 && !view_is(value, "0") && !view_is(value, "1"))
        return complain(reading, "no_expand takes 1 or 0");
    reading->question->options.no_expand = view_is(value, "1");
    return true;
}

static bool read_disable(struct reading *reading, palpate_view value)
{
    struct question *question = reading->question;

    question->disabled[question->options.disabled_count++] = value;
    return true;
}

static void add_filter(struct reading *reading, const char *field, palpate_view value)
{
    text_add_format(&reading->text, "%s", field);
    text_add(&reading->text, value);
    text_add_string(&reading->text, " ");
    reading->question->filter_count++;
}

static bool read_kind(struct reading *reading, palpate_view value)
{
    for (uint32_t kind = 0; palpate_kind_name(kind) != NULL; kind++) {
        if (view_is(value, palpate_kind_name(kind))) {
            add_filter(reading, "kind:", value);
            return true;
        }
    }
    return complain(reading, "there is no such kind");
}

static bool consists_of(palpate_view value, const char *marks)
{
    for (size_t i = 0; i < value.size; i++) {
        unsigned char byte = (unsigned char)value.data[i];
        if (byte == '\0' || (!isalnum(byte) && strchr(marks, byte) == NULL))
            return false;
    }
    return value.size > 0 && value.size < 256;
}

static bool read_site(struct reading *reading, palpate_view value)
{
    if (!consists_of(value, ".-"))
        return complain(reading, "site takes the name of a host");
    add_filter(reading, "site:", value);
    return true;
}

static bool read_lang(struct reading *reading, palpate_view value)
{
    if (!consists_of(value, "-"))
        return complain(reading, "lang takes a language such as en or en-gb");
    add_filter(reading, "lang:", value);
    return true;
}

static bool read_date(struct reading *reading, palpate_view value)
{
    bool is_date = value.size > 0 && value.size < 32;

    for (size_t i = 0; i < value.size; i++)
        is_date &= isdigit((unsigned char)value.data[i]) || value.data[i] == '-' ||
                   value.data[i] == '.';
    if (!is_date)
        return complain(reading, "date takes a date or a range such as 2019..2024-06");
    add_filter(reading, "date:", value);
    return true;
}

/* Bytes of a quotation mark, straight or typographic, at the front; else 0. */
static size_t quote_size(palpate_view text)
{
    static const char *const QUOTES[] = { "\"", "\u00AB", "\u00BB", "\u201C", "\u201D",
        "\u201E", "\u201F" };

    for (size_t i = 0; i < sizeof QUOTES / sizeof *QUOTES; i++) {
        size_t size = strlen(QUOTES[i]);
        if (text.size >= size && memcmp(text.data, QUOTES[i], size) == 0)
            return size;
    }
    return 0;
}

/* A name may be anything but the end of its own quotation. */
static bool read_author(struct reading *reading, palpate_view value)
{
    if (value.size == 0 || value.size > 256)
        return complain(reading, "author takes a name");
    text_add_string(&reading->text, "author:\"");
    while (value.size > 0) {
        size_t quote = quote_size(value);
        size_t step = quote > 0 ? quote : 1;
        text_add(&reading->text,
                quote > 0 ? PALPATE_VIEW(" ") : (palpate_view){ value.data, 1 });
        value = (palpate_view){ value.data + step, value.size - step };
    }
    text_add_string(&reading->text, "\" ");
    reading->question->filter_count++;
    return true;
}

static bool read_argument(struct reading *reading, const struct argument *argument)
{
    static const struct {
        const char *name;
        bool (*read)(struct reading *reading, palpate_view value);
        bool may_be_empty;
    } ARGUMENTS[] = {
        { "limit", read_limit, false },
        { "offset", read_offset, false },
        { "group", read_group, false },
        { "no_expand", read_no_expand, false },
        { "disable", read_disable, false },
        { "kind", read_kind, false },
        { "author", read_author, false },
        { "site", read_site, false },
        { "lang", read_lang, false },
        { "date", read_date, false },
    };

    for (size_t i = 0; i < sizeof ARGUMENTS / sizeof *ARGUMENTS; i++)
        if (view_is(argument->name, ARGUMENTS[i].name))
            return argument->value.size == 0 ||
                   ARGUMENTS[i].read(reading, argument->value);
    return true;
}

bool question_read(struct question *question, const struct request *request,
        const struct limits *limits, char *complaint, size_t complaint_size)
{
    struct reading reading = { .question = question,
        .limits = limits,
        .complaint = complaint,
        .complaint_size = complaint_size };
    bool is_sound = true;

    *complaint = '\0';
    *question = (struct question){ .asked = request_argument(request, "q"),
        .options = { .limit = 10 } };
    if (question->options.limit > limits->hits)
        question->options.limit = limits->hits;
    question->options.disabled = question->disabled;
    text_open(&reading.text);
    for (size_t i = 0; is_sound && i < request->arguments.count; i++)
        is_sound = read_argument(&reading, &request->arguments.items[i]);
    text_add(&reading.text, question->asked);
    question->text = text_close(&reading.text, &question->size);
    if (is_sound &&
            question->options.offset + question->options.limit > limits->depth) {
        (void)snprintf(complaint, complaint_size,
                "offset and limit reach to the %u-th hit at most", limits->depth);
        is_sound = false;
    }
    return is_sound && question->text != NULL;
}

void question_free(struct question *question)
{
    free(question->text);
    question->text = NULL;
}

palpate_view question_spelling(const struct question *question, palpate_view spelling)
{
    static const char *const FIELDS[] = {
        "kind:", "author:", "site:", "lang:", "date:"
    };
    const size_t count = sizeof FIELDS / sizeof *FIELDS;

    for (size_t done = 0; done < question->filter_count; done++) {
        size_t field = 0;
        size_t end = 0;
        bool is_quoted = false;
        while (field < count && (spelling.size < strlen(FIELDS[field]) ||
                                        memcmp(spelling.data, FIELDS[field],
                                                strlen(FIELDS[field])) != 0))
            field++;
        if (field == count)
            return spelling;
        for (; end < spelling.size && (is_quoted || spelling.data[end] != ' '); end++)
            is_quoted ^= spelling.data[end] == '"';
        end += end < spelling.size;
        spelling = (palpate_view){ spelling.data + end, spelling.size - end };
    }
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

char *question_key(const struct question *question, const char *form, size_t *size)
{
    const palpate_search_options *options = &question->options;
    palpate_view disabled[REQUEST_ARGUMENTS];
    struct text text;
    bool was_space = true;

    text_open(&text);
    for (size_t i = 0; i < question->size; i++) {
        bool is_space = question->text[i] == ' ' || question->text[i] == '\t' ||
                        question->text[i] == '\n' || question->text[i] == '\r';
        if (!is_space || !was_space)
            text_add(&text, is_space ? PALPATE_VIEW(" ")
                                     : (palpate_view){ question->text + i, 1 });
        was_space = is_space;
    }
    text_add_format(&text, "\n%s %u %u %d %d\n", form, options->offset, options->limit,
            (int)options->group, (int)options->no_expand);
    memcpy(disabled, question->disabled, options->disabled_count * sizeof *disabled);
    qsort(disabled, options->disabled_count, sizeof *disabled, by_bytes);
    for (size_t i = 0; i < options->disabled_count; i++) {
        text_add(&text, disabled[i]);
        text_add_string(&text, "\n");
    }
    return text_close(&text, size);
}
