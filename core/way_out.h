/* What a user does about a damaged index: the end of the sentences that say so. */
#ifndef CORE_WAY_OUT_H
#define CORE_WAY_OUT_H

#define INDEX_WAY_OUT                                                                 \
    "palpate-index --verify says what is damaged, --repair brings back what it can, " \
    "and "                                                                            \
    "--rebuild reads every page again"

#endif
