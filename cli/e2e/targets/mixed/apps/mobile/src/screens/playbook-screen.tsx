// What the coach has learned.
import { useEffect, useState } from 'react';
import { Text, View } from 'react-native';
import { get } from '../api';

export function PlaybookScreen({ userId }: { readonly userId: string }) {
  const [lessons, setLessons] = useState<readonly { id: string; text: string }[]>([]);
  useEffect(() => {
    void get<{ data: { lessons: readonly { id: string; text: string }[] } }>(`/api/v1/playbook/${userId}`).then(({ data }) => {
      console.log('lessons', data.lessons.length);
      setLessons(data.lessons);
    });
  }, [userId]);
  return (
    <View>
      {lessons.map((lesson) => (
        <Text key={lesson.id}>{lesson.text}</Text>
      ))}
    </View>
  );
}
