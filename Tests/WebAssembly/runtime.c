/* What Embedded Swift expects of a C library, for a program that runs once and frees nothing. */

static unsigned char heap[1 << 28] __attribute__((aligned(64)));
static unsigned long used;

int posix_memalign(void **place, unsigned long alignment, unsigned long size) {
  used = (used + alignment - 1) / alignment * alignment;
  *place = heap + used;
  used += size;
  if (used > sizeof heap) __builtin_trap();
  return 0;
}

void free(void *place) { (void)place; }

void *memcpy(void *to, const void *from, unsigned long size) {
  unsigned char *target = to;
  const unsigned char *source = from;
  while (size--) *target++ = *source++;
  return to;
}

void *memmove(void *to, const void *from, unsigned long size) {
  unsigned char *target = to;
  const unsigned char *source = from;
  if (target < source) return memcpy(to, from, size);
  while (size--) target[size] = source[size];
  return to;
}

void *memset(void *to, int byte, unsigned long size) {
  unsigned char *target = to;
  while (size--) *target++ = (unsigned char)byte;
  return to;
}

unsigned long __stack_chk_guard = 7;
void __stack_chk_fail(void) { __builtin_trap(); }
