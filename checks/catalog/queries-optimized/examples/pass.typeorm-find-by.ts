import express from 'express';
import { Column, DataSource, Entity, PrimaryGeneratedColumn } from 'typeorm';

@Entity()
class Plan {
  @PrimaryGeneratedColumn() id: number;
  @Column() owner: string;
}
const source = new DataSource({ type: 'postgres', url: process.env.DATABASE_URL, entities: [Plan] });
const app = express();
app.get('/plans', async (request, response) => {
  response.json(await source.getRepository(Plan).findBy({ owner: request.user.id }));
});
app.listen(3000);
