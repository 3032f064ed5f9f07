/*
 * The yardstick: a hash table with chains and nothing else. Nodes of 32 bytes, 32-bit indices, 0 is no node, the module's
 * hash, and as many buckets as nodes. No locks, no flags, no lists of objects, no counters.
 */
#include <stdint.h>
#include <stdlib.h>

struct node {
	uint32_t next;
	uint32_t object;
	uint64_t offset;
	uint64_t payload[2];
};

struct chain {
	uint32_t mask;
	uint32_t *buckets;
	struct node *nodes;
};

struct key {
	uint64_t offset;
	uint32_t object;
	uint32_t node;
};

static uint32_t *bucket_of(const struct chain *chain, uint32_t object, uint64_t offset)
{
	return &chain->buckets[(object * 0x9E3779B1u + (uint32_t)(offset >> 12)) & chain->mask];
}

static uint32_t lookup(const struct chain *chain, const struct key *key)
{
	uint32_t i = *bucket_of(chain, key->object, key->offset);

	while (i != 0 && (chain->nodes[i].object != key->object || chain->nodes[i].offset != key->offset))
		i = chain->nodes[i].next;
	return i;
}

static void insert(struct chain *chain, const struct key *key)
{
	struct node *node = &chain->nodes[key->node];
	uint32_t *bucket = bucket_of(chain, key->object, key->offset);

	node->object = key->object;
	node->offset = key->offset;
	node->next = *bucket;
	*bucket = key->node;
}

static void unlink_node(struct chain *chain, uint32_t i)
{
	struct node *node = &chain->nodes[i];
	uint32_t *link = bucket_of(chain, node->object, node->offset);

	while (*link != i)
		link = &chain->nodes[*link].next;
	*link = node->next;
}

struct chain *chain_create(uint32_t nodes, uint32_t buckets)
{
	struct chain *chain = malloc(sizeof *chain);

	chain->mask = buckets - 1;
	chain->buckets = calloc(buckets, sizeof *chain->buckets);
	chain->nodes = calloc((size_t)nodes + 1, sizeof *chain->nodes);
	return chain;
}

void chain_destroy(struct chain *chain)
{
	free(chain->buckets);
	free(chain->nodes);
	free(chain);
}

void chain_insert(struct chain *chain, const struct key *keys, int count)
{
	for (int i = 0; i < count; i++)
		insert(chain, &keys[i]);
}

/* The sum of the nodes found, so that the work is not optimised away and can be compared. */
uint64_t chain_lookup(const struct chain *chain, const struct key *keys, int count)
{
	uint64_t sum = 0;

	for (int i = 0; i < count; i++)
		sum += lookup(chain, &keys[i]);
	return sum;
}

/* Takes each node out and enters it again. */
void chain_reinsert(struct chain *chain, const struct key *keys, int count)
{
	for (int i = 0; i < count; i++) {
		unlink_node(chain, keys[i].node);
		insert(chain, &keys[i]);
	}
}
