// Shows the weeks of a plan.
import { weekTitle } from '@mixed/shared';
import { useEffect, useState } from 'react';
import { FlatList, Text, View } from 'react-native';
import { get } from '../api';

interface Week {
  readonly id: number;
  readonly week_number: number;
  readonly focus_theme: string | null;
}

export function PlanScreen({ profileId }: { readonly profileId: number }) {
  const [weeks, setWeeks] = useState<readonly Week[]>([]);

  useEffect(() => {
    get<{ data: readonly Week[] }>(`/api/v1/plans/${profileId}`)
      .then(({ data }) => setWeeks(data))
      .catch((error) => console.error('no plan', error));
  }, [profileId]);

  return (
    <View>
      <FlatList data={weeks} renderItem={({ item }) => <Text>{weekTitle(item.week_number, item.focus_theme)}</Text>} />
    </View>
  );
}
