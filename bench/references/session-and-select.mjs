/** Express with a session looked up in PostgreSQL and one select by key: what any page for a known person costs at least. */
import connectPgSimple from 'connect-pg-simple';
import express from 'express';
import session from 'express-session';
import pg from 'pg';

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL });
await pool.query(
  'create table if not exists bench_session (sid text primary key, sess json not null, expire timestamp not null)',
);
const Store = connectPgSimple(session);
const app = express();
app.use(
  session({
    store: new Store({ pool, tableName: 'bench_session', disableTouch: true, pruneSessionInterval: false }),
    secret: 'only for measuring',
    resave: false,
    saveUninitialized: false,
  }),
);
app.get('/begin', (request, response) => {
  request.session.personId = 1;
  response.send('begun');
});
app.get('/', async (request, response) => {
  const { rows } = await pool.query('select name from person where id = $1', [request.session.personId]);
  response.send(rows[0]?.name ?? 'nobody');
});
const server = app.listen(Number(process.env.PORT), '127.0.0.1', () => console.log('ready'));
// As long as the product does, so that a visitor who was busy elsewhere finds the line still open.
server.keepAliveTimeout = 65_000;
