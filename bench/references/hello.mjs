/** The least that Express can do: what a request costs before anything has been asked of it. */
import express from 'express';

const app = express();
app.get('/', (_request, response) => response.send('hello'));
app.listen(Number(process.env.PORT), '127.0.0.1', () => console.log('ready'));
