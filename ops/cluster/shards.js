// How the databases are spread over the shards of a cluster; run once by mongosh against mongos, before the services first
// start. Not run yet: see README.md. A collection that is not named here stays whole on its database's first shard.
//
// A shard key is chosen so that (1) what must be unique is unique over all shards, (2) a write goes to one shard, and
// (3) the reads on the path of sales and SHU go to one shard, too.

// Facts that come in their millions are found by their id, which the outlet made: no two shards may have the same id, and
// ids made at the same time must not all go to one shard.
sh.shardCollection('pharmacy.sales', {_id: 'hashed'});
sh.shardCollection('clinic.visits', {_id: 'hashed'});
sh.shardCollection('membership.deposits', {_id: 'hashed'});

// An entry's id is its event's, and an event has one cooperative: the same event always goes to the same shard, where _id
// is unique. By _id alone hashed it would be unique, too, but a cooperative's year would be read from every shard.
sh.shardCollection('shu.journal', {cooperativeId: 1, _id: 1});
sh.shardCollection('shu.memberAccounts', {cooperativeId: 1, bookYear: 1, memberId: 1});
sh.shardCollection('shu.passersBy', {cooperativeId: 1, bookYear: 1, day: 1});

// Whole, since something other than their id is unique in them (a unique index must begin with the shard key): acts on
// stock by the number they take on a card, returns, refunds, withdrawals and memberships by their sequence, persons by the hash of their NIK, logins by their name, the audit
// by its number. They are few beside the sales. So that not all of them stand on one shard, each database has a first
// shard of its own.
const shards = db.adminCommand({listShards: 1}).shards.map(shard => shard._id);
['membership', 'pharmacy', 'clinic', 'shu'].forEach((database, i) =>
  db.adminCommand({movePrimary: database, to: shards[i % shards.length]}));
