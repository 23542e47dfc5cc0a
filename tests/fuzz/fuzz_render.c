/* Any bytes are the texts of an answer: as JSON it parses, as TSV it has its fields, as
   TREC its columns, and for a terminal no control characters. */
#include <jansson.h>
#include <palpate/render.h>
#include <string.h>

#include "core/utf8.h"
#include "core/view.h"
#include "fuzz.h"

enum { HITS = 3, TSV_FIELDS = 6, TREC_FIELDS = 6 };

static palpate_view rendered(
        const palpate_answer *answer, palpate_format format, bool explain)
{
    const palpate_render_options options = { .format = format, .explain = explain };
    palpate_view out;

    REQUIRE(palpate_render(&out, answer, &options, NULL) == PALPATE_OK);
    return out;
}

static void require_json(const palpate_answer *answer)
{
    palpate_view out = rendered(answer, PALPATE_FORMAT_JSON, true);
    json_t *json = json_loadb(out.data, out.size, 0, NULL);

    REQUIRE(json_array_size(json_object_get(json, "hits")) == answer->hit_count);
    json_decref(json);
    palpate_rendering_free(out);
}

/* Calls `check` for each line, which ends with a line feed. */
static size_t each_line(palpate_view out, void (*check)(palpate_view line))
{
    size_t count = 0;

    for (; out.size > 0; count++) {
        size_t end = view_find(out, PALPATE_VIEW("\n"));
        REQUIRE(end < out.size);
        check(view_slice(out, 0, end));
        out = view_slice(out, end + 1, out.size);
    }
    return count;
}

static size_t count_of(palpate_view line, char byte)
{
    size_t count = 0;

    for (size_t i = 0; i < line.size; i++)
        count += line.data[i] == byte;
    return count;
}

static void require_object(palpate_view line)
{
    json_t *json = json_loadb(line.data, line.size, 0, NULL);

    REQUIRE(json_is_object(json));
    json_decref(json);
}

static void require_fields(palpate_view line)
{
    REQUIRE(count_of(line, '\t') == TSV_FIELDS - 1);
    REQUIRE(count_of(line, '\r') == 0 && count_of(line, '\x1B') == 0);
}

static void require_columns(palpate_view line)
{
    REQUIRE(count_of(line, ' ') == TREC_FIELDS - 1 && count_of(line, '\t') == 0);
}

static void require_printable(palpate_view line)
{
    for (size_t i = 0; i < line.size; i++)
        REQUIRE((unsigned char)line.data[i] >= ' ' && line.data[i] != '\x7F');
}

static void require_lines(const palpate_answer *answer, palpate_format format,
        void (*check)(palpate_view line))
{
    palpate_view out = rendered(answer, format, format == PALPATE_FORMAT_TEXT);
    size_t count = each_line(out, check);

    REQUIRE(format == PALPATE_FORMAT_TEXT || count == answer->hit_count);
    palpate_rendering_free(out);
}

void fuzz_one(palpate_view bytes)
{
    palpate_hit hits[HITS];
    palpate_view heading[HITS];
    palpate_span marks[HITS];
    palpate_view query = fuzz_part(&bytes);
    const palpate_expansion expansion = {
        .from = query, .to = query, .source = query, .relation = query
    };

    memset(hits, 0, sizeof hits);
    for (size_t i = 0; i < HITS; i++) {
        heading[i] = fuzz_part(&bytes);
        hits[i].url = hits[i].link = fuzz_part(&bytes);
        hits[i].title = hits[i].byline = hits[i].reviewer = fuzz_part(&bytes);
        hits[i].snippet = hits[i].text = fuzz_part(&bytes);
        hits[i].date = hits[i].language = hits[i].site = hits[i].other_name = query;
        hits[i].heading = &heading[i];
        hits[i].heading_count = 1;
        hits[i].kind = PALPATE_VIEW("exercises");
        marks[i] = (palpate_span){ 0, (uint32_t)(hits[i].snippet.size / 2) };
        hits[i].marks = hits[i].snippet_marks = &marks[i];
        hits[i].mark_count = hits[i].snippet_mark_count = marks[i].size > 0;
    }
    const palpate_answer answer = { .query = query,
        .read_as = query,
        .corrected = query,
        .notes = &query,
        .note_count = 1,
        .expanded = &expansion,
        .expanded_count = 1,
        .total = HITS,
        .hits = hits,
        .hit_count = HITS };
    require_json(&answer);
    require_lines(&answer, PALPATE_FORMAT_NDJSON, require_object);
    require_lines(&answer, PALPATE_FORMAT_TSV, require_fields);
    require_lines(&answer, PALPATE_FORMAT_TREC, require_columns);
    require_lines(&answer, PALPATE_FORMAT_TEXT, require_printable);
}
