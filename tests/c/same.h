/* Compares an answer with an expected JSON value, through the getters of lapor.h alone. */
#ifndef SAME_H
#define SAME_H

#include "lapor.h"

/* 1 if the value at the pointer is the expected one: objects without regard to the order of their members, numbers by value;
   0 if not; -1 if the expectation is not JSON. */
int same(const lapor_answer *answer, const char *pointer, const char *expected);

#endif
