#include "query/language/intent.h"

#include "core/buffer.h"
#include "core/fail.h"
#include "core/view.h"

#define BIT(kind) (1U << KIND_##kind)

/* Folded words of questions with a space before each; where no space follows, a word
   may go on: " exercise" is "exercises" too. */
static const struct {
    palpate_view words;
    uint32_t kinds;
} ASKING[] = {
    { PALPATE_VIEW_INIT(" safe"), BIT(CONTRAINDICATIONS) },
    { PALPATE_VIEW_INIT(" danger"), BIT(CONTRAINDICATIONS) },
    { PALPATE_VIEW_INIT(" contraindicat"), BIT(CONTRAINDICATIONS) },
    { PALPATE_VIEW_INIT(" side effect"), BIT(CONTRAINDICATIONS) },
    { PALPATE_VIEW_INIT(" risk"), BIT(CONTRAINDICATIONS) | BIT(CAUSES) },
    { PALPATE_VIEW_INIT(" avoid"), BIT(CONTRAINDICATIONS) },
    { PALPATE_VIEW_INIT(" harm"), BIT(CONTRAINDICATIONS) },
    { PALPATE_VIEW_INIT(" precaution"), BIT(CONTRAINDICATIONS) },
    { PALPATE_VIEW_INIT(" should not "), BIT(CONTRAINDICATIONS) },
    { PALPATE_VIEW_INIT(" when not to "), BIT(CONTRAINDICATIONS) },
    { PALPATE_VIEW_INIT(" red flag"), BIT(RED_FLAGS) },
    { PALPATE_VIEW_INIT(" warning sign"), BIT(RED_FLAGS) },
    { PALPATE_VIEW_INIT(" when to see "), BIT(RED_FLAGS) },
    { PALPATE_VIEW_INIT(" when should i see "), BIT(RED_FLAGS) },
    { PALPATE_VIEW_INIT(" see a doctor "), BIT(RED_FLAGS) },
    { PALPATE_VIEW_INIT(" emergency "), BIT(RED_FLAGS) },
    { PALPATE_VIEW_INIT(" urgent"), BIT(RED_FLAGS) },
    { PALPATE_VIEW_INIT(" symptom"), BIT(SYMPTOMS) },
    { PALPATE_VIEW_INIT(" signs "), BIT(SYMPTOMS) | BIT(RED_FLAGS) },
    { PALPATE_VIEW_INIT(" feel like "), BIT(SYMPTOMS) },
    { PALPATE_VIEW_INIT(" cause"), BIT(CAUSES) },
    { PALPATE_VIEW_INIT(" why do "), BIT(CAUSES) },
    { PALPATE_VIEW_INIT(" why does "), BIT(CAUSES) },
    { PALPATE_VIEW_INIT(" why is "), BIT(CAUSES) },
    { PALPATE_VIEW_INIT(" why am "), BIT(CAUSES) },
    { PALPATE_VIEW_INIT(" diagnos"), BIT(DIAGNOSIS) },
    { PALPATE_VIEW_INIT(" test "), BIT(DIAGNOSIS) },
    { PALPATE_VIEW_INIT(" tests "), BIT(DIAGNOSIS) },
    { PALPATE_VIEW_INIT(" scan "), BIT(DIAGNOSIS) },
    { PALPATE_VIEW_INIT(" mri "), BIT(DIAGNOSIS) },
    { PALPATE_VIEW_INIT(" treat"), BIT(TREATMENT) | BIT(EXERCISES) },
    { PALPATE_VIEW_INIT(" cure"), BIT(TREATMENT) },
    { PALPATE_VIEW_INIT(" therap"), BIT(TREATMENT) | BIT(EXERCISES) },
    { PALPATE_VIEW_INIT(" physiotherap"), BIT(TREATMENT) | BIT(EXERCISES) },
    { PALPATE_VIEW_INIT(" relie"), BIT(TREATMENT) | BIT(EXERCISES) },
    { PALPATE_VIEW_INIT(" remed"), BIT(TREATMENT) },
    { PALPATE_VIEW_INIT(" medic"), BIT(TREATMENT) },
    { PALPATE_VIEW_INIT(" surgery "), BIT(TREATMENT) },
    { PALPATE_VIEW_INIT(" injection"), BIT(TREATMENT) },
    { PALPATE_VIEW_INIT(" how to reduce "), BIT(TREATMENT) | BIT(EXERCISES) },
    { PALPATE_VIEW_INIT(" get rid of "), BIT(TREATMENT) | BIT(EXERCISES) },
    { PALPATE_VIEW_INIT(" exercise"), BIT(EXERCISES) },
    { PALPATE_VIEW_INIT(" stretch"), BIT(EXERCISES) },
    { PALPATE_VIEW_INIT(" strengthen"), BIT(EXERCISES) },
    { PALPATE_VIEW_INIT(" how long "), BIT(RECOVERY) },
    { PALPATE_VIEW_INIT(" how many days "), BIT(RECOVERY) },
    { PALPATE_VIEW_INIT(" how many weeks "), BIT(RECOVERY) },
    { PALPATE_VIEW_INIT(" how many months "), BIT(RECOVERY) },
    { PALPATE_VIEW_INIT(" recover"), BIT(RECOVERY) },
    { PALPATE_VIEW_INIT(" prognosis "), BIT(RECOVERY) },
    { PALPATE_VIEW_INIT(" outlook "), BIT(RECOVERY) },
    { PALPATE_VIEW_INIT(" return to "), BIT(RECOVERY) },
    { PALPATE_VIEW_INIT(" when can i "), BIT(RECOVERY) },
    { PALPATE_VIEW_INIT(" what is "), BIT(DEFINITION) },
    { PALPATE_VIEW_INIT(" what are "), BIT(DEFINITION) },
    { PALPATE_VIEW_INIT(" definition "), BIT(DEFINITION) },
    { PALPATE_VIEW_INIT(" meaning "), BIT(DEFINITION) },
    { PALPATE_VIEW_INIT(" evidence "), BIT(EVIDENCE) },
    { PALPATE_VIEW_INIT(" research "), BIT(EVIDENCE) },
    { PALPATE_VIEW_INIT(" effective"), BIT(EVIDENCE) },
    { PALPATE_VIEW_INIT(" recommended "), BIT(EVIDENCE) },
    { PALPATE_VIEW_INIT(" work "), BIT(EVIDENCE) },
    { PALPATE_VIEW_INIT(" works "), BIT(EVIDENCE) },
    { PALPATE_VIEW_INIT(" worth "), BIT(EVIDENCE) },
    { PALPATE_VIEW_INIT(" myth "), BIT(EVIDENCE) },
    { PALPATE_VIEW_INIT(" proven"), BIT(EVIDENCE) },
    { PALPATE_VIEW_INIT(" studies "), BIT(EVIDENCE) },
    { PALPATE_VIEW_INIT(" benefit"), BIT(EVIDENCE) },
    { PALPATE_VIEW_INIT(" heal "), BIT(RECOVERY) },
    { PALPATE_VIEW_INIT(" heals "), BIT(RECOVERY) },
    { PALPATE_VIEW_INIT(" healing "), BIT(RECOVERY) },
    { PALPATE_VIEW_INIT(" timeline "), BIT(RECOVERY) },
    { PALPATE_VIEW_INIT(" how soon "), BIT(RECOVERY) },
    { PALPATE_VIEW_INIT(" go back to "), BIT(RECOVERY) },
    { PALPATE_VIEW_INIT(" when should i start "), BIT(RECOVERY) },
    { PALPATE_VIEW_INIT(" operation "), BIT(TREATMENT) },
    { PALPATE_VIEW_INIT(" brace "), BIT(TREATMENT) },
    { PALPATE_VIEW_INIT(" splint"), BIT(TREATMENT) },
    { PALPATE_VIEW_INIT(" insoles "), BIT(TREATMENT) },
    { PALPATE_VIEW_INIT(" shot "), BIT(TREATMENT) },
    { PALPATE_VIEW_INIT(" tablet"), BIT(TREATMENT) },
    { PALPATE_VIEW_INIT(" painkiller"), BIT(TREATMENT) },
    { PALPATE_VIEW_INIT(" pain relie"), BIT(TREATMENT) },
    { PALPATE_VIEW_INIT(" worry "), BIT(RED_FLAGS) },
    { PALPATE_VIEW_INIT(" serious "), BIT(RED_FLAGS) },
    { PALPATE_VIEW_INIT(" fever "), BIT(RED_FLAGS) },
    { PALPATE_VIEW_INIT(" sudden"), BIT(RED_FLAGS) },
    { PALPATE_VIEW_INIT(" worst "), BIT(RED_FLAGS) },
    { PALPATE_VIEW_INIT(" short of breath "), BIT(RED_FLAGS) },
    { PALPATE_VIEW_INIT(" shortness of breath "), BIT(RED_FLAGS) },
    { PALPATE_VIEW_INIT(" breathless"), BIT(RED_FLAGS) },
    { PALPATE_VIEW_INIT(" chest pain "), BIT(RED_FLAGS) },
    { PALPATE_VIEW_INIT(" accident "), BIT(RED_FLAGS) },
    { PALPATE_VIEW_INIT(" after a fall "), BIT(RED_FLAGS) },
    { PALPATE_VIEW_INIT(" pacemaker "), BIT(CONTRAINDICATIONS) },
    { PALPATE_VIEW_INIT(" blood thinner"), BIT(CONTRAINDICATIONS) },
    { PALPATE_VIEW_INIT(" anticoagulant"), BIT(CONTRAINDICATIONS) },
    { PALPATE_VIEW_INIT(" is it bad "), BIT(CONTRAINDICATIONS) },
    { PALPATE_VIEW_INIT(" bad for "), BIT(CONTRAINDICATIONS) },
    { PALPATE_VIEW_INIT(" x-ray "), BIT(DIAGNOSIS) },
    { PALPATE_VIEW_INIT(" xray "), BIT(DIAGNOSIS) },
    { PALPATE_VIEW_INIT(" x ray "), BIT(DIAGNOSIS) },
    { PALPATE_VIEW_INIT(" x-rays "), BIT(DIAGNOSIS) },
    { PALPATE_VIEW_INIT(" scans "), BIT(DIAGNOSIS) },
    { PALPATE_VIEW_INIT(" hurts "), BIT(SYMPTOMS) },
    { PALPATE_VIEW_INIT(" numb "), BIT(SYMPTOMS) },
    { PALPATE_VIEW_INIT(" tingling "), BIT(SYMPTOMS) },
    { PALPATE_VIEW_INIT(" pins and needles "), BIT(SYMPTOMS) },
    { PALPATE_VIEW_INIT(" pain when "), BIT(SYMPTOMS) },
    { PALPATE_VIEW_INIT(" when i "), BIT(SYMPTOMS) },
    { PALPATE_VIEW_INIT(" clicking "), BIT(SYMPTOMS) },
    { PALPATE_VIEW_INIT(" clicks "), BIT(SYMPTOMS) },
};

static void append_words(struct buffer *out, const struct query_node *node)
{
    if (node->role == QUERY_MUST_NOT || node->expansion != NULL)
        return;
    for (uint32_t i = 0; i < node->word_count; i++) {
        buffer_append(out, node->words[i].folded);
        buffer_append_byte(out, ' ');
    }
    for (uint32_t i = 0; i < node->child_count; i++)
        append_words(out, node->children[i]);
}

palpate_status intent_kinds(
        uint32_t *out, const struct query_tree *tree, palpate_error *err)
{
    struct buffer words = { 0 };

    *out = 0;
    buffer_append_byte(&words, ' ');
    append_words(&words, tree->root);
    bool failed = words.failed;
    for (size_t i = 0; !failed && i < sizeof ASKING / sizeof *ASKING; i++)
        if (view_find(buffer_view(&words), ASKING[i].words) < words.size)
            *out |= ASKING[i].kinds;
    buffer_free(&words);
    return failed ? fail(err, PALPATE_NO_MEMORY, "out of memory for a question")
                  : PALPATE_OK;
}
