#include "core/curation.h"

#include "core/address.h"
#include "core/ascii.h"
#include "core/digest.h"
#include "core/fail.h"
#include "core/token.h"
#include "core/utf8.h"
#include "core/view.h"

enum { COLUMNS = 3 };

static const struct {
    palpate_view word;
    size_t least;
    size_t most;
} VERBS[CURATION_VERB_COUNT] = {
#define CURATION_ROW(name, word, least, most) \
    [CURATION_##name] = { PALPATE_VIEW_INIT(word), least, most },
    CURATION_VERBS(CURATION_ROW)
#undef CURATION_ROW
};

/* A file on its way past. */
struct reader {
    struct curation *curation;
    struct arena *arena;
    struct analyzer *analyzer;
    palpate_view name;
    size_t line; /* from 1 */
    palpate_error *err;
};

static palpate_status refuse_line(const struct reader *reader, const char *what)
{
    return fail(reader->err, PALPATE_BAD_INPUT, "%.*s:%zu: %s", (int)reader->name.size,
            reader->name.data, reader->line, what);
}

static palpate_status no_memory(const struct reader *reader)
{
    return fail(reader->err, PALPATE_NO_MEMORY, "out of memory for the curation");
}

/* Takes what comes before the separator from the start of `rest`. */
static palpate_view take_part(palpate_view *rest, char separator)
{
    size_t end = view_find(*rest, (palpate_view){ &separator, 1 });
    palpate_view part = view_trim(view_slice(*rest, 0, end));

    *rest = view_slice(*rest, end + 1, rest->size);
    return part;
}

uint64_t curation_bit(palpate_view term)
{
    enum { BITS = 64 };

    return UINT64_C(1) << hash_of(term) % BITS;
}

static bool has_term(const struct curation_rule *rule, palpate_view term)
{
    for (uint32_t i = 0; i < rule->term_count; i++)
        if (view_equals(rule->terms[i], term))
            return true;
    return false;
}

/* Lists the terms of the question's words, those of stop words too if they are asked
   for. */
static palpate_status collect_terms(
        const struct reader *reader, struct curation_rule *rule, bool with_stop_words)
{
    struct tokenizer tokens = tokens_of(rule->question);
    palpate_view *terms = arena_zeroed(reader->arena, CURATION_TERMS, sizeof *terms);
    struct token token;

    rule->terms = terms;
    while (terms != NULL && token_next(&tokens, &token)) {
        char folded[WORD_SIZE];
        palpate_view word = { folded,
            word_fold(view_slice(rule->question, token.offset, token.size), folded) };
        palpate_view term = term_of(reader->analyzer, word);
        if ((term_is_stop(reader->analyzer, word) && !with_stop_words) ||
                has_term(rule, term))
            continue;
        if (rule->term_count == CURATION_TERMS)
            return refuse_line(reader, "a question of a rule has at most 16 words");
        rule->mask |= curation_bit(term);
        terms[rule->term_count] = arena_copy(reader->arena, term);
        if (terms[rule->term_count++].data == NULL)
            return no_memory(reader);
    }
    return terms == NULL ? no_memory(reader) : PALPATE_OK;
}

static palpate_status add_rule(
        const struct reader *reader, const struct curation_rule *rule)
{
    struct curation *curation = reader->curation;

    if (!arena_grow(reader->arena, (void **)&curation->rules, &curation->room,
                curation->count, sizeof *rule))
        return no_memory(reader);
    curation->rules[curation->count++] = *rule;
    return PALPATE_OK;
}

/* Adds a rule for each question of "opening hours|hours". */
static palpate_status add_questions(
        const struct reader *reader, struct curation_rule rule, palpate_view questions)
{
    palpate_status status = PALPATE_OK;

    while (status == PALPATE_OK && questions.size > 0) {
        rule.question = take_part(&questions, '|');
        rule.term_count = 0;
        rule.mask = 0;
        status = collect_terms(reader, &rule, false);
        if (status == PALPATE_OK && rule.term_count == 0)
            status = collect_terms(reader, &rule, true);
        if (status == PALPATE_OK && rule.term_count == 0)
            return refuse_line(reader, "a question of a rule has no word");
        if (status == PALPATE_OK)
            status = add_rule(reader, &rule);
    }
    return status;
}

/* Reads a number such as 0.25; false where it is none. */
static bool read_number(double *number, palpate_view text)
{
    enum { MOST_DIGITS = 12 };
    double unit = 0; /* of the next digit after the point */
    size_t digits = 0;

    *number = 0;
    for (size_t i = 0; i < text.size; i++) {
        if (text.data[i] == '.' && unit == 0 && digits > 0) {
            unit = 1;
            continue;
        }
        if (!ascii_is_digit(text.data[i]) || digits++ == MOST_DIGITS)
            return false;
        unit /= 10;
        double digit = text.data[i] - '0';
        *number = unit == 0 ? *number * 10 + digit : *number + digit * unit;
    }
    return digits > 0;
}

static palpate_status add_pattern(const struct reader *reader,
        struct curation_rule rule, palpate_view pattern, palpate_view strength)
{
    palpate_error why = { PALPATE_OK, "" };
    bool is_boost = rule.verb == CURATION_BOOST;

    rule.value = pattern;
    /* What an arena copies ends with a NUL. */
    palpate_status status = glob_read(&rule.glob, reader->arena, pattern.data, &why);
    if (status == PALPATE_NO_MEMORY)
        return no_memory(reader);
    if (status != PALPATE_OK)
        return refuse_line(reader, why.message);
    if (is_boost && (!read_number(&rule.strength, strength) ||
                            rule.strength < CURATION_LEAST_BOOST ||
                            rule.strength > CURATION_MOST_BOOST))
        return refuse_line(reader, "boost takes a pattern and a number from 0.1 to 10");
    reader->curation->hides |= !is_boost;
    reader->curation->boosts |= is_boost;
    return add_rule(reader, &rule);
}

static palpate_status set_recency(
        const struct reader *reader, palpate_view strength, palpate_view days)
{
    static const double LONGEST = 36500;
    struct curation *curation = reader->curation;

    if (!read_number(&curation->recency, strength) ||
            curation->recency > CURATION_MOST_RECENCY)
        return refuse_line(reader, "recency takes a number from 0 to 5");
    curation->half_life = CURATION_HALF_LIFE;
    if (days.size > 0 &&
            (!read_number(&curation->half_life, days) || curation->half_life < 1 ||
                    curation->half_life > LONGEST))
        return refuse_line(reader,
                "recency takes a number of days, from 1 to 36500, after its strength");
    return PALPATE_OK;
}

/* An address that leads somewhere from a page of the site. */
static bool is_address(palpate_view text)
{
    bool is_web = view_starts_with(text, PALPATE_VIEW("https://")) ||
                  view_starts_with(text, PALPATE_VIEW("http://"));

    for (size_t i = 0; i < text.size; i++)
        if (ascii_is_space(text.data[i]))
            return false;
    return is_web || view_starts_with(text, PALPATE_VIEW("/"));
}

static palpate_status take_rule(const struct reader *reader, enum curation_verb verb,
        const palpate_view columns[COLUMNS])
{
    const struct curation_rule rule = {
        .verb = verb, .value = columns[1], .title = columns[2]
    };

    switch (verb) {
    case CURATION_PIN:
        return is_address(columns[1])
                       ? add_questions(reader, rule, columns[0])
                       : refuse_line(reader,
                                 "pin takes an address that starts with https://, "
                                 "http:// or / (a sentence is of note)");
    case CURATION_NOTE:
    case CURATION_REDIRECT: return add_questions(reader, rule, columns[0]);
    case CURATION_HIDE:
    case CURATION_BOOST: return add_pattern(reader, rule, columns[0], columns[1]);
    case CURATION_RECENCY: return set_recency(reader, columns[0], columns[1]);
    case CURATION_VERB_COUNT: break;
    }
    return PALPATE_OK;
}

static enum curation_verb find_verb(palpate_view word)
{
    int verb = 0;

    while (verb < CURATION_VERB_COUNT && !view_equals(VERBS[verb].word, word))
        verb++;
    return (enum curation_verb)verb;
}

static palpate_status read_line(const struct reader *reader, palpate_view line)
{
    static const char *const FORMS[CURATION_VERB_COUNT] = {
        [CURATION_PIN] = "expected: pin, question, address, with tabs",
        [CURATION_NOTE] = "expected: note, question, sentence, with tabs",
        [CURATION_REDIRECT] = "expected: redirect, question, other question, with tabs",
        [CURATION_HIDE] = "expected: hide, pattern of addresses, with a tab",
        [CURATION_BOOST] = "expected: boost, pattern of addresses, number, with tabs",
        [CURATION_RECENCY] = "expected: recency, number, days, with tabs",
    };
    palpate_view columns[COLUMNS] = { { "", 0 }, { "", 0 }, { "", 0 } };
    size_t count = 0;
    enum curation_verb verb = find_verb(take_part(&line, '\t'));

    if (verb == CURATION_VERB_COUNT)
        return refuse_line(reader,
                "no such rule: the first column is pin, note, redirect, hide, boost or "
                "recency, and a tab comes after it");
    while (line.size > 0) {
        palpate_view column = take_part(&line, '\t');
        if (count == VERBS[verb].most)
            return refuse_line(reader, FORMS[verb]);
        columns[count] = arena_copy(reader->arena, column);
        if (columns[count++].data == NULL)
            return no_memory(reader);
    }
    for (size_t i = 0; i < VERBS[verb].least; i++)
        if (columns[i].size == 0)
            return refuse_line(reader, FORMS[verb]);
    return take_rule(reader, verb, columns);
}

palpate_status curation_read(struct curation *out, struct arena *arena,
        palpate_view name, palpate_view bytes, struct analyzer *analyzer,
        palpate_error *err)
{
    struct reader reader = { out, arena, analyzer, name, 0, err };
    palpate_status status = PALPATE_OK;

    *out = (struct curation){ .half_life = CURATION_HALF_LIFE };
    if (!utf8_is_valid(bytes))
        return fail(err, PALPATE_BAD_INPUT, "%.*s: not UTF-8: convert it first",
                (int)name.size, name.data);
    if (view_find(bytes, (palpate_view){ "", 1 }) < bytes.size)
        return fail(err, PALPATE_BAD_INPUT, "%.*s: not a text: it has a byte of 0",
                (int)name.size, name.data);
    while (status == PALPATE_OK && bytes.size > 0) {
        size_t end = view_find(bytes, PALPATE_VIEW("\n"));
        palpate_view line = view_slice(bytes, 0, end);
        reader.line++;
        if (view_trim(line).size > 0 && !view_starts_with(line, PALPATE_VIEW("#")))
            status = read_line(&reader, line);
        bytes = view_slice(bytes, end + 1, bytes.size);
    }
    return status;
}

/* Whether the path of a page matches, given without a slash at its start. */
static bool matches_path(const struct glob *glob, palpate_view path)
{
    /* A page that is addressed as its folder is a page in it. */
    bool is_folder = path.size == 0 || view_ends_with(path, PALPATE_VIEW("/"));

    path = view_slice(path, 0, path.size - (is_folder && path.size > 0));
    return glob_matches(glob, path, is_folder);
}

bool curation_matches(const struct curation_rule *rule, palpate_view url)
{
    palpate_view path = view_slice(url, 0, view_find(url, PALPATE_VIEW("#")));

    if (rule->glob.is_address)
        return glob_matches(&rule->glob, path, false);
    if (address_host(path).size > 0)
        path = view_slice(path, address_origin(path).size, path.size);
    path = view_slice(path, view_starts_with(path, PALPATE_VIEW("/")), path.size);
    size_t query = view_find(path, PALPATE_VIEW("?"));
    return matches_path(&rule->glob, view_slice(path, 0, query)) ||
           (query < path.size && matches_path(&rule->glob, path));
}

/* Appends an address that starts with a slash after the base address.  Without one the
   addresses of an index start without a slash. */
static void append_whole(struct buffer *out, palpate_view base, palpate_view url)
{
    bool has_slash = base.size == 0 || view_ends_with(base, PALPATE_VIEW("/"));

    buffer_append(out, base);
    buffer_append(out, view_slice(url, has_slash, url.size));
}

bool curation_append_address(
        struct buffer *out, palpate_view base, palpate_view url, unsigned place)
{
    static const char *const ENDS[] = { "", "/", ".html" };
    enum { ENDINGS = 1 + sizeof ENDS / sizeof *ENDS };
    bool is_path = view_starts_with(url, PALPATE_VIEW("/"));

    url = view_slice(url, 0, view_find(url, PALPATE_VIEW("#")));
    if (place >= (is_path ? 2U : 1U) * ENDINGS)
        return false;
    bool is_bare = place % ENDINGS > 0;
    palpate_view kept = view_slice(
            url, 0, url.size - (is_bare && view_ends_with(url, PALPATE_VIEW("/"))));
    if (place >= ENDINGS)
        append_whole(out, base, kept);
    else
        buffer_append(out, kept);
    if (is_bare)
        buffer_append_string(out, ENDS[place % ENDINGS - 1]);
    return true;
}
