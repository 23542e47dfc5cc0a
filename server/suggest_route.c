#include <jansson.h>
#include <palpate/palpate.h>
#include <stdlib.h>

#include "server/ask.h"
#include "server/routes.h"
#include "server/server.h"
#include "server/web_link.h"
#include "server/worker_ask.h"

static json_t *text_of(palpate_view text)
{
    json_t *json = json_stringn(text.data == NULL ? "" : text.data, text.size);

    return json == NULL ? json_string("") : json;
}

static json_t *object_of(const palpate_suggestion *suggestion)
{
    json_t *object = json_pack("{s:o, s:o, s:I, s:o}", "text",
            text_of(suggestion->text), "kind", text_of(suggestion->kind), "count",
            (json_int_t)suggestion->count, "query", text_of(suggestion->query));

    if (is_web_link(suggestion->url))
        (void)json_object_set_new(object, "url", text_of(suggestion->url));
    return object;
}

static json_t *list_of(const palpate_suggestions *suggestions)
{
    json_t *list = json_array();

    for (size_t i = 0; i < suggestions->count; i++)
        (void)json_array_append_new(list, object_of(&suggestions->items[i]));
    return list;
}

bool read_suggest(struct request *request, const struct limits *limits)
{
    (void)limits;
    ask_name(request, "suggest", request_argument(request, "q"));
    return true;
}

void answer_suggest(struct request *request, struct worker *worker)
{
    palpate_view typed = request_argument(request, "q");
    palpate_suggestions *suggestions = NULL;
    palpate_error err;
    palpate_suggest_options options = { 0 };

    if (!ask_in_time(&options.deadline_us, request))
        return;
    palpate_status status = worker_suggest(worker, &suggestions, typed, &options, &err);

    if (status != PALPATE_OK) {
        ask_failed(request, status, &err);
        return;
    }
    reply_json(&request->reply, 200,
            json_pack("{s:o, s:o, s:b}", "query", text_of(typed), "suggestions",
                    list_of(suggestions), "partial", suggestions->is_partial));
    ask_tag(request, worker->info.generation);
    request->server->metrics.partial += suggestions->is_partial;
    request->is_final = !suggestions->is_partial;
    palpate_suggestions_free(suggestions);
}
