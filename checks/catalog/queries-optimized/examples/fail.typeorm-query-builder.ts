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
  response.json(await source.getRepository(Plan).createQueryBuilder('plan').getMany()); // <- finding
});
app.get('/mine', async (request, response) => {
  const mine = source.getRepository(Plan).createQueryBuilder('plan').where('plan.owner = :owner', { owner: request.user.id });
  response.json(await mine.take(20).getMany());
});
app.listen(3000);
