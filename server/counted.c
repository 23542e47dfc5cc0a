#include "server/counted.h"

#include <string.h>

#include "server/clock.h"
#include "server/question.h"
#include "server/server.h"

static uint64_t key_of(const struct request *request)
{
    uint64_t hash = 1;

    for (size_t i = 0; i < request->key_size; i++) {
        hash = (hash ^ (unsigned char)request->key[i]) * UINT64_C(0x9E3779B97F4A7C15);
        hash ^= hash >> 29;
    }
    return hash == 0 ? 1 : hash;
}

static bool is_counted(const struct request *request)
{
    const struct question *question = request->question;

    return request->server->tally.path != NULL && question != NULL &&
           request->key != NULL && question->asked.size > 0 &&
           question->filter_count == 0 && !question->options.typing &&
           question->options.offset == 0 && question->options.like.size == 0;
}

void counted_learn(const struct request *request, const palpate_answer *answer)
{
    struct tally *tally = &request->server->tally;
    struct answer_fact fact = { .total = answer->total + answer->notice_count };
    size_t size = answer->corrected.size;

    if (!is_counted(request))
        return;
    if (size > 0 && size < sizeof fact.corrected)
        memcpy(fact.corrected, answer->corrected.data, size);
    for (size_t i = 0; fact.corrected[i] != '\0'; i++)
        if ((unsigned char)fact.corrected[i] < ' ')
            fact.corrected[i] = ' ';
    for (size_t i = 0; i < answer->hit_count && i < FACT_PAGES; i++)
        fact.pages[i] = tally_page(tally, answer->hits[i].url);
    tally_learn(tally, key_of(request), &fact);
}

void counted_ask(const struct request *request)
{
    const char *text = request->address.text;
    unsigned status = request->reply.status;
    /* Of a network of IPv6 every address is the same asker, as for the limits. */
    const palpate_view address =
            request->address.is_known
                    ? (palpate_view){ (const char *)request->address.key,
                          sizeof request->address.key }
                    : (palpate_view){ text, strlen(text) };

    if ((status == 200 || status == 304) && is_counted(request))
        tally_ask(&request->server->tally, address, request->question->asked,
                key_of(request), clock_us());
}
