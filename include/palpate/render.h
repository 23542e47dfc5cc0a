/* An answer -> bytes for people and programs. */
#ifndef PALPATE_RENDER_H
#define PALPATE_RENDER_H

#include <palpate/search.h>

#ifdef __cplusplus
extern "C" {
#endif

/* X(NAME, name) of each format; palpate_format_of() knows it by its name.  "ndjson" is
   a line a hit, "trec" has lines "id Q0 url rank score palpate". */
#define PALPATE_FORMATS(X) \
    X(TEXT, text)          \
    X(JSON, json)          \
    X(NDJSON, ndjson)      \
    X(TSV, tsv)            \
    X(TREC, trec)

/* The formats that PALPATE_FORMATS lists. */
typedef enum palpate_format {
#define PALPATE_FORMAT_MEMBER(NAME, name) PALPATE_FORMAT_##NAME,
    PALPATE_FORMATS(PALPATE_FORMAT_MEMBER)
#undef PALPATE_FORMAT_MEMBER
} palpate_format;

/* Zero-initialised: text without colour, 80 columns wide. */
typedef struct palpate_render_options {
    palpate_format format;
    bool color;     /* text: with terminal colours */
    bool explain;   /* also show the parts of the scores, and how the query was read */
    uint32_t width; /* text: columns of the terminal, 0 for 80 */
    palpate_view query_id;               /* trec */
    uint32_t first_rank;                 /* rank of the first hit, 0 for 1 */
    uint64_t reserved[PALPATE_RESERVED]; /* for later versions; zero */
} palpate_render_options;

/* The name of a format ("text", "json", …), by its number from 0; NULL after the last
   one. Static storage. */
PALPATE_API const char *palpate_format_name(uint32_t format);

/* Finds a format by its name ("text", "json", …); false if there is none. */
PALPATE_API bool palpate_format_of(palpate_format *format, palpate_view name);

/* Writes `answer` into memory that the caller frees with palpate_rendering_free();
   `*out` is also followed by a NUL.  Fails only with PALPATE_NO_MEMORY. */
PALPATE_API PALPATE_CHECKED palpate_status palpate_render(palpate_view *out,
        const palpate_answer *answer, const palpate_render_options *options,
        palpate_error *err);

/* Frees what palpate_render() and palpate_render_evaluation() gave; takes an empty
   view, too. */
PALPATE_API void palpate_rendering_free(palpate_view rendering);

#ifdef __cplusplus
}
#endif
#endif
