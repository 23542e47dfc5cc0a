#include "core/thesaurus_lines.h"

#include "core/ascii.h"
#include "core/fail.h"
#include "core/utf8.h"
#include "core/view.h"

enum { COLUMNS = 6 };

struct reader {
    struct thesaurus_entries *entries;
    struct arena *arena;
    const struct thesaurus_file *file;
    struct analyzer *analyzer;
    const struct stemming *language; /* of the names of the line; NULL for English */
    size_t line;                     /* from 1 */
    palpate_error *err;
};

static palpate_status report_line(const struct reader *reader, const char *what)
{
    return fail(reader->err, PALPATE_BAD_INPUT, "%.*s:%zu: %s",
            (int)reader->file->name.size, reader->file->name.data, reader->line, what);
}

/* The key of a name by the stems of the language of its line; empty for English.  A
   view without bytes where memory is out. */
static palpate_view spoken_key(const struct reader *reader, palpate_view name)
{
    struct buffer key = { 0 };
    palpate_view copy = { "", 0 };

    if (reader->language == NULL)
        return copy;
    const struct stemming *before = analyzer_speak(reader->analyzer, reader->language);
    if (thesaurus_key(&key, reader->analyzer, name) || key.failed)
        copy = key.failed ? (palpate_view){ NULL, 0 }
                          : arena_copy(reader->arena, buffer_view(&key));
    (void)analyzer_speak(reader->analyzer, before);
    buffer_free(&key);
    return copy;
}

/* Adds a name; one without words, or with too many to be looked up, is left out. */
static palpate_status add_name(
        const struct reader *reader, palpate_view concept, struct thesaurus_entry entry)
{
    struct thesaurus_entries *entries = reader->entries;
    struct buffer head = { 0 };
    struct buffer key = { 0 };
    /* A single letter means too much to mean anything. */
    bool has_key = thesaurus_key(&head, reader->analyzer, concept) &&
                   thesaurus_key(&key, reader->analyzer, entry.text) && head.size > 1 &&
                   key.size > 1;

    entry.concept = arena_copy(reader->arena, buffer_view(&head));
    entry.key = arena_copy(reader->arena, buffer_view(&key));
    entry.spoken = spoken_key(reader, entry.text);
    bool is_out = entry.spoken.data == NULL || head.failed || key.failed ||
                  entry.concept.data == NULL || entry.key.data == NULL ||
                  !arena_grow(reader->arena, (void **)&entries->items, &entries->room,
                          entries->count, sizeof *entries->items);
    buffer_free(&head);
    buffer_free(&key);
    if (is_out)
        return fail(reader->err, PALPATE_NO_MEMORY, "out of memory for the thesaurus");
    if (has_key)
        entries->items[entries->count++] = entry;
    return PALPATE_OK;
}

static size_t split_fields(
        palpate_view line, char separator, palpate_view *parts, size_t most)
{
    size_t count = 0;

    while (count < most) {
        size_t end = view_find(line, (palpate_view){ &separator, 1 });
        parts[count++] = view_trim(view_slice(line, 0, end));
        if (end == line.size)
            break;
        line = view_slice(line, end + 1, line.size);
    }
    return count;
}

static bool find_relation(palpate_view word, enum thesaurus_relation *relation)
{
    for (int i = 0; i < RELATION_COUNT; i++) {
        if (view_equals_ignoring_case(
                    word, thesaurus_relation_word((enum thesaurus_relation)i))) {
            *relation = (enum thesaurus_relation)i;
            return true;
        }
    }
    return false;
}

/* Lists do not say which of their names are ambiguous: up to three letters without a
   small one among them ("MS", "PT") are taken to be. */
static bool looks_ambiguous(palpate_view name)
{
    bool has_small = false;

    for (size_t i = 0; i < name.size; i++) {
        char byte = name.data[i];
        has_small |= byte == ' ' || ascii_is_lower(byte);
    }
    return !has_small && name.size <= 3;
}

/* "head TAB name|name|…" */
static palpate_status read_list(
        const struct reader *reader, palpate_view head, palpate_view names)
{
    palpate_view parts[THESAURUS_GROUP];
    size_t count = split_fields(names, '|', parts, THESAURUS_GROUP);
    palpate_status status = PALPATE_OK;

    for (size_t i = 0; status == PALPATE_OK && i < count; i++) {
        const struct thesaurus_entry entry = { .text = parts[i],
            .source = reader->file->name,
            .is_ambiguous = looks_ambiguous(parts[i]) };
        status = add_name(reader, head, entry);
    }
    return status;
}

/* Whether a column is the code of a language: two or three small letters. */
static bool is_code(palpate_view column)
{
    bool is_small = column.size == 2 || column.size == 3;

    for (size_t i = 0; i < column.size; i++)
        is_small &= ascii_is_lower(column.data[i]);
    return is_small;
}

static palpate_status read_line(struct reader *reader, palpate_view line)
{
    palpate_view columns[COLUMNS] = { { NULL, 0 } };
    size_t count = split_fields(line, '\t', columns, COLUMNS);
    struct thesaurus_entry variant = { .text = columns[1], .source = columns[3] };

    if (count < 2 || columns[0].size == 0 || columns[1].size == 0)
        return report_line(
                reader, "expected: concept, variant, relation, source, with tabs");
    if (columns[5].size > 0 && !is_code(columns[5]))
        return report_line(
                reader, "unknown language: use its code, such as de, or nothing");
    reader->language = stemming_of(columns[5]);
    palpate_status status = add_name(reader, columns[0],
            (struct thesaurus_entry){ .text = columns[0],
                    .source = count > 3 ? columns[3] : reader->file->name,
                    .is_ambiguous = count == 2 && looks_ambiguous(columns[0]) });
    if (status != PALPATE_OK)
        return status;
    if (count == 2)
        return read_list(reader, columns[0], columns[1]);
    if (!find_relation(columns[2], &variant.relation))
        return report_line(reader,
                "unknown relation: use synonym, abbreviation, spelling, lay, form, "
                "narrower, broader or related");
    if (variant.source.size == 0)
        variant.source = reader->file->name;
    variant.is_ambiguous = view_equals(columns[4], PALPATE_VIEW("ambiguous"));
    return add_name(reader, columns[0], variant);
}

palpate_status thesaurus_read(struct thesaurus_entries *entries, struct arena *arena,
        const struct thesaurus_file *file, struct analyzer *analyzer,
        palpate_error *err)
{
    struct reader reader = { entries, arena, file, analyzer, NULL, 0, err };
    palpate_view rest = file->bytes;
    palpate_status status = PALPATE_OK;

    if (!utf8_is_valid(rest))
        return fail(err, PALPATE_BAD_INPUT, "%.*s: not UTF-8: convert it first",
                (int)file->name.size, file->name.data);
    while (status == PALPATE_OK && rest.size > 0) {
        size_t end = view_find(rest, PALPATE_VIEW("\n"));
        palpate_view line = view_slice(rest, 0, end);
        reader.line++;
        if (view_trim(line).size > 0 && !view_starts_with(line, PALPATE_VIEW("#")))
            status = read_line(&reader, line);
        rest = view_slice(rest, end + 1, rest.size);
    }
    return status;
}
