// Makes the one node a replica set, the first time, and gives each service a user that may read and write the service's
// own database and nothing else. Run by mongosh each time the stack starts; a changed password is taken over.
const fs = require('fs');
const secrets = process.env.LUMBUNG_SECRETS || '/run/secrets';
const services = ['membership', 'pharmacy', 'clinic', 'shu'];

function secret(name) {
  const password = fs.readFileSync(`${secrets}/${name}`, 'utf8').trim();
  if (password.length < 16) throw new Error(`The secret ${name} is shorter than 16. See ops/secrets.`);
  return password;
}

const admin = db.getSiblingDB('admin');
admin.auth('root', secret('mongodb-root'));

try {
  rs.status();
} catch (e) {
  if (e.codeName !== 'NotYetInitialized') throw e;
  rs.initiate({_id: 'rs0', members: [{_id: 0, host: 'mongodb:27017'}]});
}
for (let i = 0; i < 150 && !db.hello().isWritablePrimary; i++) sleep(200);
if (!db.hello().isWritablePrimary) throw new Error('The replica set takes no writes.');

for (const service of services) {
  const user = {pwd: secret(`mongodb-${service}`), roles: [{role: 'readWrite', db: service}]};
  if (admin.getUser(service)) admin.updateUser(service, user);
  else admin.createUser({user: service, ...user});
}
print(`Users: ${services.join(', ')}, each of its own database.`);
