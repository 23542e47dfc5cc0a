#include <palpate/palpate.h>
#include <stdlib.h>
#include <string.h>

#include "server/ask.h"
#include "server/routes.h"
#include "server/text.h"
#include "server/worker_ask.h"

static const char JSON_TYPE[] = "application/json";

/* Makes a rendering the body of the reply; the tag that it has stays. */
static void reply_rendering(struct request *request, palpate_view rendering)
{
    struct text text;
    char etag[REPLY_ETAG];

    memcpy(etag, request->reply.etag, sizeof etag);
    text_open(&text);
    text_add(&text, rendering);
    palpate_rendering_free(rendering);
    reply_text(&request->reply, 200, JSON_TYPE, &text);
    if (request->is_final)
        memcpy(request->reply.etag, etag, sizeof etag);
    else
        request->reply.is_kept_nowhere = true;
}

static void render(struct request *request, const palpate_answer *answer)
{
    const palpate_render_options options = { .format = PALPATE_FORMAT_JSON,
        .first_rank = request->question->options.offset + 1 };
    palpate_view rendering;
    palpate_error err;

    palpate_status status = palpate_render(&rendering, answer, &options, &err);
    if (status != PALPATE_OK)
        ask_failed(request, status, &err);
    else
        reply_rendering(request, rendering);
}

bool read_search(struct request *request, const struct limits *limits)
{
    const struct ask_for what = { .words = request_argument(request, "q") };
    bool is_asked = false;

    for (size_t i = 0; i < request->arguments.count; i++)
        is_asked |= view_is(request->arguments.items[i].name, "q");
    if (is_asked)
        return ask_read(request, palpate_version(), &what, limits);
    reply_problem(&request->reply, 400, "The argument q is missing");
    return false;
}

bool read_similar(struct request *request, const struct limits *limits)
{
    const struct ask_for what = { .words = PALPATE_VIEW(""),
        .like = request_argument(request, "url") };

    if (what.like.size > 0)
        return ask_read(request, palpate_version(), &what, limits);
    reply_problem(&request->reply, 400,
            "The argument url, the address of an article, is missing");
    return false;
}

void answer_search(struct request *request, struct worker *worker)
{
    palpate_answer *answer = ask(request, worker);

    if (answer != NULL)
        render(request, answer);
    palpate_answer_free(answer);
}

/* "0123456789abcdef-12"; false where it is no name of a passage. */
static bool read_id(const char *id, uint64_t *article, uint32_t *ordinal)
{
    enum { DIGITS = 16 };
    char key[DIGITS + 1];
    char *end = NULL;

    if (strspn(id, "0123456789abcdef") != DIGITS || id[DIGITS] != '-')
        return false;
    memcpy(key, id, DIGITS);
    key[DIGITS] = '\0';
    const char *number = id + DIGITS + 1;
    size_t size = strspn(number, "0123456789");
    if (size == 0 || size > 6 || number[size] != '\0')
        return false;
    *article = strtoull(key, NULL, 16);
    *ordinal = (uint32_t)strtoul(number, &end, 10);
    return true;
}

static const char *id_of(const struct request *request)
{
    return request->path + strlen("/passage/");
}

bool read_passage(struct request *request, const struct limits *limits)
{
    const char *id = id_of(request);
    uint64_t article = 0;
    uint32_t ordinal = 0;

    (void)limits;
    if (!read_id(id, &article, &ordinal)) {
        reply_problem(&request->reply, 404, "This is not the name of a passage");
        return false;
    }
    ask_name(request, "passage", (palpate_view){ id, strlen(id) });
    return true;
}

void answer_passage(struct request *request, struct worker *worker)
{
    palpate_answer *answer = NULL;
    palpate_view rendering;
    palpate_error err;
    uint64_t article = 0;
    uint32_t ordinal = 0;
    palpate_passage_options limits = { 0 };
    const palpate_render_options options = { .format = PALPATE_FORMAT_NDJSON };

    if (!ask_in_time(&limits.deadline_us, request))
        return;
    (void)read_id(id_of(request), &article, &ordinal);
    palpate_status status =
            worker_passage(worker, &answer, article, ordinal, &limits, &err);
    if (status == PALPATE_OK && answer->hit_count == 0 && answer->is_partial) {
        reply_problem(&request->reply, 503, "The answer would take too long");
        request->reply.retry_after = 1;
    } else if (status == PALPATE_OK && answer->hit_count == 0) {
        reply_problem(&request->reply, 404, "There is no such passage in the index");
    } else if (status != PALPATE_OK || (status = palpate_render(&rendering, answer,
                                                &options, &err)) != PALPATE_OK) {
        ask_failed(request, status, &err);
    } else {
        ask_tag(request, worker->info.generation);
        request->is_final = true;
        reply_rendering(request, rendering);
    }
    palpate_answer_free(answer);
}
