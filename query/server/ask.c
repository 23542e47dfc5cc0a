#include "ask.h"

#include <stdlib.h>

#include "clock.h"
#include "server.h"

void ask_failed(
        struct request *request, palpate_status status, const palpate_error *err)
{
    request->server->metrics.failures++;
    server_say("a search failed: %s", err->message);
    bool may_pass = status == PALPATE_NO_MEMORY || status == PALPATE_CHANGED ||
                    status == PALPATE_NETWORK || status == PALPATE_IO;
    reply_problem(&request->reply, may_pass ? 503 : 500, "The search failed");
    request->reply.retry_after = may_pass ? 1 : 0;
}

/* The time that is left of what an answer may take; false where it is over. */
static bool budget(const struct request *request, const struct limits *limits,
        uint64_t *deadline_us)
{
    uint64_t waited_us = clock_us() - request->started_us;
    uint64_t most_us = (uint64_t)limits->answer_ms * 1000;

    *deadline_us = most_us > waited_us ? most_us - waited_us : 0;
    return *deadline_us > 0;
}

/* Tags the reply; true where the client has the same already. */
static bool is_known(const struct question *question, const char *form,
        struct request *request, const struct worker *worker)
{
    size_t size = 0;
    char *key = question_key(question, form, &size);

    if (key == NULL)
        return false;
    reply_tag(&request->reply, (palpate_view){ key, size }, worker->info.generation);
    free(key);
    return request_has_tag(request->if_none_match, request->reply.etag);
}

palpate_answer *ask(struct question *question, const char *form,
        struct request *request, struct worker *worker)
{
    struct limits limits = server_limits(request->server);
    palpate_answer *answer = NULL;
    palpate_error err = { PALPATE_NO_MEMORY, "out of memory for a question" };
    char complaint[160];

    if (!question_read(question, request, &limits, complaint, sizeof complaint)) {
        if (*complaint != '\0')
            reply_problem(&request->reply, 400, complaint);
        else
            ask_failed(request, PALPATE_NO_MEMORY, &err);
        return NULL;
    }
    if (!budget(request, &limits, &question->options.deadline_us)) {
        reply_problem(&request->reply, 503, "The answer would come too late");
        request->reply.retry_after = 1;
        return NULL;
    }
    uint64_t generation = worker->info.generation;
    if (is_known(question, form, request, worker)) {
        reply_not_modified(&request->reply);
        return NULL;
    }
    const palpate_view text = { question->text, question->size };
    palpate_status status =
            worker_search(worker, &answer, text, &question->options, &err);
    if (status != PALPATE_OK) {
        ask_failed(request, status, &err);
        return NULL;
    }
    request->server->metrics.partial += answer->is_partial;
    request->is_final = !answer->is_partial && generation == worker->info.generation;
    answer->corrected = question_spelling(question, answer->corrected);
    answer->suggestion = question_spelling(question, answer->suggestion);
    return answer;
}
