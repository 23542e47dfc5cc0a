/* Bytes that say nothing of their encoding -> the likeliest one. */
#ifndef INDEXER_CHARSET_GUESS_H
#define INDEXER_CHARSET_GUESS_H

#include <palpate/view.h>

/* The name that iconv has for the encoding that a text beyond ASCII and other than
   UTF-8 is likeliest in: by how its bytes stand together, by the commonest letters of
   its script, and for Latin letters by the language that the page declares.  NULL where
   nothing speaks for any. */
const char *charset_guess(palpate_view bytes);

#endif
