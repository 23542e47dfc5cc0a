#include "server/ask.h"

#include <stdlib.h>

#include "server/clock.h"
#include "server/counted.h"
#include "server/server.h"
#include "server/text.h"
#include "server/worker_ask.h"

void ask_failed(
        struct request *request, palpate_status status, const palpate_error *err)
{
    request->server->metrics.failures++;
    server_say("a search failed: %s", err->message);
    bool may_pass = status == PALPATE_NO_MEMORY || status == PALPATE_CHANGED ||
                    status == PALPATE_NETWORK || status == PALPATE_IO;
    /* Which server it is helps whoever runs them, and tells nobody else anything. */
    reply_problem(&request->reply, may_pass ? 503 : 500,
            status == PALPATE_NETWORK ? err->message : "The search failed");
    request->reply.retry_after = may_pass ? 1 : 0;
}

static uint64_t left_us(const struct request *request)
{
    struct limits limits = server_limits(request->server);
    uint64_t waited_us = clock_us() - request->started_us;
    uint64_t most_us = (uint64_t)limits.answer_ms * 1000;

    return most_us > waited_us ? most_us - waited_us : 0;
}

bool ask_in_time(uint64_t *deadline_us, struct request *request)
{
    *deadline_us = left_us(request);
    if (*deadline_us > 0)
        return true;
    reply_problem(&request->reply, 503, "The answer would take too long");
    request->reply.retry_after = 1;
    return false;
}

bool ask_read(struct request *request, const char *form, const struct ask_for *what,
        const struct limits *limits)
{
    char complaint[160] = "";
    bool is_sound = false;

    request->question = malloc(sizeof *request->question);
    if (request->question != NULL)
        is_sound = question_read(request->question, what->words, &request->arguments,
                limits, complaint, sizeof complaint);
    if (!is_sound && *complaint == '\0') {
        reply_problem(&request->reply, 503, "The server is out of memory");
        request->reply.retry_after = 1;
    } else if (!is_sound) {
        reply_problem(&request->reply, 400, complaint);
    } else {
        request->question->options.like = what->like;
        question_prefer(request->question, what->languages);
        request->key = question_key(request->question, form, &request->key_size);
    }
    return is_sound;
}

void ask_name(struct request *request, const char *form, palpate_view asked)
{
    struct text text;

    text_open(&text);
    text_add_format(&text, "%s %s ", form, palpate_version());
    text_add(&text, asked);
    request->key = text_close(&text, &request->key_size);
}

struct cache_key ask_key(const struct request *request)
{
    return (struct cache_key){ { request->key, request->key_size },
        request->takes_gzip };
}

void ask_tag(struct request *request, uint64_t generation)
{
    if (request->key != NULL)
        reply_tag(&request->reply, (palpate_view){ request->key, request->key_size },
                generation);
}

palpate_answer *ask(struct request *request, struct worker *worker)
{
    struct question *question = request->question;
    palpate_answer *answer = NULL;
    palpate_error err;

    if (!ask_in_time(&question->options.deadline_us, request))
        return NULL;
    uint64_t generation = worker->info.generation;
    ask_tag(request, generation);
    const palpate_view text = { question->text, question->size };
    palpate_status status =
            worker_search(worker, &answer, text, &question->options, &err);
    if (status != PALPATE_OK) {
        ask_failed(request, status, &err);
        return NULL;
    }
    request->server->metrics.partial += answer->is_partial;
    request->is_final = !answer->is_partial && generation == worker->info.generation;
    counted_learn(request, answer);
    answer->query = question->asked;
    answer->corrected = question_spelling(question, answer->corrected);
    answer->suggestion = question_spelling(question, answer->suggestion);
    return answer;
}

palpate_answer *ask_beside(
        struct request *request, struct worker *worker, const struct arguments *asked)
{
    struct limits limits = server_limits(request->server);
    uint64_t generation = worker->info.generation;
    struct question question;
    palpate_answer *answer = NULL;
    palpate_error err;
    char complaint[160];

    bool is_sound = question_read(&question, request->question->asked, asked, &limits,
            complaint, sizeof complaint);
    question.options.like = request->question->options.like;
    question.options.languages = request->question->options.languages;
    question.options.typing = request->question->options.typing;
    question.options.deadline_us = left_us(request);
    const palpate_view text = { question.text, question.size };
    if (is_sound && question.options.deadline_us > 0 &&
            worker_search(worker, &answer, text, &question.options, &err) != PALPATE_OK)
        answer = NULL;
    free(question.text);
    request->is_final &= answer != NULL && !answer->is_partial &&
                         generation == worker->info.generation;
    return answer;
}
