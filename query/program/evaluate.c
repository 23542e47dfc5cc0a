#include "evaluate.h"

/* The other evaluation.  As deep as the first, unless it says otherwise: some measures
   depend on the depth. */
static palpate_status evaluate_other(palpate_evaluation **out,
        palpate_searcher *searcher, const palpate_judgments *judgments,
        const struct query_options *options, palpate_error *err)
{
    const struct against *against = &options->eval.against;
    palpate_search_options search = against->request.options;

    *out = NULL;
    if (!against->is_wanted)
        return PALPATE_OK;
    if (against->file != NULL)
        return palpate_evaluation_read(out, against->file, err);
    if (search.limit == 0)
        search.limit = options->search.options.limit;
    if (search.deadline_us == 0)
        search.deadline_us = options->search.options.deadline_us;
    return palpate_evaluate(out, searcher, judgments, &search, err);
}

enum exit_status evaluate(
        palpate_searcher *searcher, const struct query_options *options)
{
    const struct eval_options *eval = &options->eval;
    palpate_judgments *judgments = NULL;
    palpate_evaluation *evaluation = NULL;
    palpate_evaluation *other = NULL;
    palpate_view bytes = { NULL, 0 };
    palpate_error err = { 0 };

    palpate_status status =
            palpate_judgments_read(&judgments, eval->queries, eval->judgments, &err);
    if (status == PALPATE_OK)
        status = palpate_evaluate(
                &evaluation, searcher, judgments, &options->search.options, &err);
    if (status == PALPATE_OK)
        status = evaluate_other(&other, searcher, judgments, options, &err);
    if (status == PALPATE_OK)
        status = palpate_render_evaluation(
                &bytes, evaluation, other, options->render.format, &err);
    enum exit_status end = EXIT_ERROR;
    if (status != PALPATE_OK)
        end = complain(&err);
    else if (print_rendering(bytes))
        end = EXIT_FOUND;
    palpate_evaluation_free(other);
    palpate_evaluation_free(evaluation);
    palpate_judgments_free(judgments);
    return end;
}
