#include "server/topics.h"

#include <stdlib.h>
#include <string.h>

#include "server/languages.h"
#include "server/server.h"

/* Nobody waits for them: they are found before the index is the one to answer. */
static const uint64_t PATIENCE_US = 20000000;

/* Makes them those of the server; NULL for none. */
static void put(struct server *server, struct topics *topics)
{
    (void)pthread_mutex_lock(&server->lock);
    struct topics *before = server->topics;
    server->topics = topics;
    (void)pthread_mutex_unlock(&server->lock);
    topics_return(server, before);
}

void topics_learn(struct worker *worker)
{
    const palpate_topic_options options = { .deadline_us = PATIENCE_US };
    struct topics *topics = NULL;
    palpate_error err;

    if (worker->server->options->no_topics)
        return;
    topics = calloc(1, sizeof *topics);
    if (topics == NULL)
        return;
    *topics = (struct topics){ .generation = worker->info.generation, .holders = 1 };
    if (palpate_topics_list(&topics->list, worker->searcher, &options, &err) ==
            PALPATE_OK) {
        put(worker->server, topics);
        return;
    }
    server_say("the topics of the index cannot be listed: %s", err.message);
    free(topics);
    put(worker->server, NULL);
}

struct topics *topics_borrow(struct server *server)
{
    (void)pthread_mutex_lock(&server->lock);
    struct topics *topics = server->topics;
    if (topics != NULL)
        topics->holders++;
    (void)pthread_mutex_unlock(&server->lock);
    return topics;
}

void topics_return(struct server *server, struct topics *topics)
{
    if (topics == NULL)
        return;
    (void)pthread_mutex_lock(&server->lock);
    bool is_last = --topics->holders == 0;
    (void)pthread_mutex_unlock(&server->lock);
    if (!is_last)
        return;
    palpate_topics_free(topics->list);
    free(topics);
}

void topics_close(struct server *server)
{
    put(server, NULL);
}

static bool is(palpate_view language, const char *code, size_t size)
{
    return language.size == size && memcmp(language.data, code, size) == 0;
}

palpate_view topics_language(const struct topics *topics, palpate_view languages)
{
    char bytes[LANGUAGES_SIZE];
    palpate_view rest = languages_read(bytes, languages);

    while (topics != NULL && rest.size > 0) {
        const char *comma = memchr(rest.data, ',', rest.size);
        size_t size = comma == NULL ? rest.size : (size_t)(comma - rest.data);
        for (size_t i = 0; i < topics->list->count; i++)
            if (is(topics->list->items[i].language, rest.data, size))
                return topics->list->items[i].language;
        size += comma != NULL;
        rest = (palpate_view){ rest.data + size, rest.size - size };
    }
    return (palpate_view){ "", 0 };
}

bool topic_is_for(const palpate_topic *topic, palpate_view language)
{
    return language.size == 0 || topic->language.size == 0 ||
           is(topic->language, language.data, language.size);
}
