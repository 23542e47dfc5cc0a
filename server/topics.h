/* An index that is opened -> its topics, found once and lent to all who show them. */
#ifndef SERVER_TOPICS_H
#define SERVER_TOPICS_H

#include <palpate/palpate.h>
#include <stdbool.h>

struct server;
struct worker;

/* Those of one state of the index. */
struct topics {
    palpate_topics *list;
    uint64_t generation;
    unsigned holders; /* the server, and those who are reading it */
};

/* Finds the topics of what the worker has open, unless --no-topics is given; they take
   the place of those before.  Without topics it goes on, and says why. */
void topics_learn(struct worker *worker);

/* Lends the topics that are known; NULL where there are none.  Given back by
   topics_return(). */
struct topics *topics_borrow(struct server *server);
void topics_return(struct server *server, struct topics *topics);

/* Forgets them, as the server ends. */
void topics_close(struct server *server);

/* The first of a list of languages that any topic is in; empty where none is. */
palpate_view topics_language(const struct topics *topics, palpate_view languages);

/* Whether a topic is for who reads that language; empty for all. */
bool topic_is_for(const palpate_topic *topic, palpate_view language);

#endif
