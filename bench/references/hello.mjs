/** The least that Express can do: what a request costs before anything has been asked of it. */
import express from 'express';

const app = express();
app.get('/', (_request, response) => response.send('hello'));
const server = app.listen(Number(process.env.PORT), '127.0.0.1', () => console.log('ready'));
// As long as the product does, so that a visitor who was busy elsewhere finds the line still open.
server.keepAliveTimeout = 65_000;
