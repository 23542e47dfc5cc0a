#include <jansson.h>
#include <palpate/palpate.h>

#include "server/languages.h"
#include "server/routes.h"
#include "server/server.h"
#include "server/topics.h"
#include "server/web_link.h"

static json_t *text_of(palpate_view text)
{
    json_t *json = json_stringn(text.data == NULL ? "" : text.data, text.size);

    return json == NULL ? json_string("") : json;
}

static json_t *object_of(const palpate_topic *topic)
{
    json_t *object = json_pack("{s:o, s:o, s:o, s:I, s:o}", "text",
            text_of(topic->text), "letter", text_of(topic->letter), "query",
            text_of(topic->query), "count", (json_int_t)topic->count, "language",
            text_of(topic->language));

    if (is_web_link(topic->url))
        (void)json_object_set_new(object, "url", text_of(topic->url));
    return object;
}

static json_t *list_of(const struct topics *topics, palpate_view language)
{
    json_t *list = json_array();

    for (size_t i = 0; topics != NULL && i < topics->list->count; i++)
        if (topic_is_for(&topics->list->items[i], language))
            (void)json_array_append_new(list, object_of(&topics->list->items[i]));
    return list;
}

void answer_topics(struct request *request, struct worker *worker)
{
    const palpate_view languages = request_argument(request, "prefer_lang");
    char list[LANGUAGES_SIZE];

    (void)worker;
    if (languages.size > 0 && languages_read(list, languages).size == 0) {
        reply_problem(
                &request->reply, 400, "prefer_lang takes languages such as de,en-gb");
        return;
    }
    struct topics *topics = topics_borrow(request->server);
    palpate_view language = topics_language(topics, languages);
    reply_json(&request->reply, 200,
            json_pack("{s:o, s:b}", "topics", list_of(topics, language), "partial",
                    topics != NULL && topics->list->is_partial));
    reply_tag(&request->reply, language, topics == NULL ? 0 : topics->generation);
    topics_return(request->server, topics);
}
