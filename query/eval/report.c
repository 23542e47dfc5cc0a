#include "query/eval/report.h"

#include "core/fail.h"
#include "query/eval/saved.h"

static palpate_status write_report(struct buffer *out, const struct report *report,
        palpate_format format, palpate_error *err)
{
    switch (format) {
    case PALPATE_FORMAT_TEXT: report_text(out, report); break;
    case PALPATE_FORMAT_JSON: report_json(out, report); break;
    case PALPATE_FORMAT_TSV: saved_write(out, report->evaluation); break;
    default:
        return fail(err, PALPATE_BAD_ARGUMENT,
                "an evaluation is written as text, json or tsv");
    }
    buffer_append_byte(out, '\0');
    return out->failed ? fail(err, PALPATE_NO_MEMORY, "out of memory for a report")
                       : PALPATE_OK;
}

palpate_status palpate_render_evaluation(palpate_view *out,
        const palpate_evaluation *evaluation, const palpate_evaluation *against,
        palpate_format format, palpate_error *err)
{
    struct arena arena = { 0 };
    struct buffer bytes = { 0 };
    struct comparison comparison;
    struct report report = { .evaluation = evaluation };
    palpate_status status = PALPATE_OK;

    *out = (palpate_view){ NULL, 0 };
    if (against != NULL) {
        report.against = against;
        report.comparison = &comparison;
        status = compare_evaluations(&comparison, &arena, evaluation, against, err);
    }
    if (status == PALPATE_OK)
        status = write_report(&bytes, &report, format, err);
    if (status == PALPATE_OK)
        *out = (palpate_view){ bytes.data, bytes.size - 1 };
    else
        buffer_free(&bytes);
    arena_free(&arena);
    return status;
}
