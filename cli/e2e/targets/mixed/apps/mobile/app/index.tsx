import { PlanScreen } from '../src/screens/plan-screen';

export default function Index() {
  return <PlanScreen profileId={1} />;
}
